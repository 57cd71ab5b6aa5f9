import { defineConfig } from "vitest/config";

const room = (name: string, include: string[], timeout = 30_000) => ({
  extends: true as const,
  test: { name, include, testTimeout: timeout, hookTimeout: timeout },
});

export default defineConfig({
  test: {
    // The Terraform and apply layers mostly wait: more of them than cores may run at once.
    maxWorkers: 4,
    projects: [
      room("house", ["test/house/**/*.test.ts"]),
      room("unit", ["test/{base,blueprint,model,inventory,rules,stack,views,aws}/**/*.test.ts"]),
      room("cli", ["test/cli/**/*.test.ts"], 120_000),
      room("terraform", ["test/terraform/**/*.test.ts"], 300_000),
      room("apply", ["test/apply/**/*.test.ts"], 900_000),
    ],
  },
});
