import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { build, type Plugin } from "esbuild";
import { instrument } from "./instrument.ts";
import type { Mutant } from "./mutant.ts";

/** A program with every mutant in it, and the list of them. */
export interface MutantBundle {
  readonly code: string;
  readonly mutants: readonly Mutant[];
}

/** Bundles `entry` as CommonJS, with mutants in the files that `isTarget` names (paths relative to `root`). */
export async function bundleWithMutants(
  root: string,
  entry: string,
  isTarget: (file: string) => boolean,
): Promise<MutantBundle> {
  const mutants: Mutant[] = [];
  const switches: Plugin = {
    name: "mutants",
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const file = relative(root, path);
        if (!isTarget(file)) return null;
        const instrumented = instrument(file, readFileSync(path, "utf8"), mutants.length);
        mutants.push(...instrumented.mutants);
        return { contents: instrumented.text, loader: "ts" };
      });
    },
  };
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    target: "node20",
    plugins: [switches],
    alias: { vitest: join(root, "tools/mutate/collected-tests.ts") },
  });
  const [output] = outputFiles;
  if (output === undefined) throw new Error(`${entry} gives no bundle`);
  return { code: output.text, mutants };
}
