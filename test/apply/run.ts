import { spawnSync } from "node:child_process";

// What `npm run test:apply` runs: `--all` is no option of Vitest.
const args = process.argv.slice(2);
const all = args.includes("--all");
const { status } = spawnSync(
  "npx",
  ["vitest", "run", "--project", "apply", ...args.filter((arg) => arg !== "--all")],
  {
    stdio: "inherit",
    env: { ...process.env, ...(all ? { HEXTET_APPLY_ALL: "1" } : {}) },
  },
);
process.exitCode = status ?? 1;
