import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that take minutes, the longest first: one that begins last makes all wait for it. */
const LONG = [
  "schema-sweep",
  "migration",
  "migration-taken-back",
  "migration-interrupted",
  "layouts",
  "adopt",
  "random-vpcs",
  "import-with-ipv6",
  "protection",
  "references",
  "nlb-ipv6-source-nat",
  "removed-target-group",
  "target-group-failures",
  "tutorial",
  "renamed",
  "target-group-ipv6",
  "hostile-text",
];

/** Long files first, then the layers that mostly wait; the rest as Vitest sorts it. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.sort((a, b) => rank(a) - rank(b));
  }
}

function rank({ moduleId }: TestSpecification): number {
  const [, layer = "", name = ""] = /\/test\/([^/]+)\/(?:.*\/)?([^/]+)\.test\.ts$/.exec(moduleId) ?? [];
  const long = ["apply", "terraform"].includes(layer) ? LONG.indexOf(name) : -1;
  if (long >= 0) return long;
  const layers = ["apply", "terraform", "cli"].indexOf(layer);
  return LONG.length + (layers < 0 ? 3 : layers);
}

/** Projects that compute, and wait for nothing: more of their files than cores at once would only load the modules again. */
const COMPUTES = ["house", "unit"];

const room = (name: string, include: string[], timeout = 300_000) => ({
  extends: true as const,
  test: {
    name,
    include,
    testTimeout: timeout,
    hookTimeout: timeout,
    // Files of one worker share their modules: to load the sources and the bindings again for each took half the time.
    isolate: !COMPUTES.includes(name),
    // The others mostly wait for Terraform: more of them than cores may run at once, after those that compute.
    maxWorkers: workers(COMPUTES.includes(name) ? availableParallelism() : 8),
    sequence: { groupOrder: COMPUTES.includes(name) ? 0 : 1 },
  },
});

/** `VITEST_MAX_WORKERS` says it for all projects. */
function workers(usual: number): number {
  const said = Number(process.env["VITEST_MAX_WORKERS"]);
  return Number.isInteger(said) && said > 0 ? said : usual;
}

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  // A hook that a test imports gets what the test has of Hextet, not the build.
  resolve: {
    alias: {
      "hextet/cdktf": source("src/stack/engine.ts"),
      "hextet/cli-step": source("src/stack/hooks/cli-step.ts"),
    },
  },
  test: {
    // `--changed` follows imports. What tests read as files, or start as programs, has none: all run then.
    forceRerunTriggers: [
      "**/*.{yaml,json,tf,sh,py,jq,gz,txt,md}",
      "**/{vitest.config.ts,biome.json,action.yml}",
      "{src/start,tools,.ci}/**",
      "src/*.{js,ts}",
    ],
    globalSetup: source("test/support/build-once.ts"),
    sequence: { sequencer: LongestFirst },
    projects: [
      room("house", ["test/house/**/*.test.ts"]),
      room("unit", [
        "test/{base,blueprint,change,compile,model,importer,reach,rules,stack,reports,aws}/**/*.test.ts",
        "test/lab/{stack,cloud,plan,run}/**/*.test.ts",
      ]),
      room("lab", ["test/lab/packets/**/*.test.ts"], 400_000),
      room("browser", ["test/browser/**/*.test.ts"], 400_000),
      room("cli", ["test/cli/**/*.test.ts"], 400_000),
      room("terraform", ["test/terraform/**/*.test.ts"], 1_000_000),
      room("apply", ["test/apply/**/*.test.ts"], 3_000_000),
    ],
  },
});
