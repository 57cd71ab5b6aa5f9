import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Mutant } from "./mutant.ts";

/**
 * The ids of the mutants that `tsc` refuses: nobody could commit them, so they are none. Throws when `tsc` refuses a
 * file without a mutant. `root` is the repository's folder.
 */
export function refusedByTypes(root: string, mutants: readonly Mutant[]): ReadonlySet<number> {
  if (mutants.length === 0) return new Set();
  const folder = mkdtempSync(join(tmpdir(), "hextet-mutants-"));
  try {
    for (const mutant of mutants) writeMutated(root, folder, mutant);
    writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(settings(root)));
    return idsIn(compilerOutput(root, folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Beside each mutated copy stands one as it is: that the compiler takes it shows that it judges the change alone. */
function writeMutated(root: string, folder: string, { id, file, start, end, replacement }: Mutant): void {
  const text = readFileSync(join(root, file), "utf8");
  const stem = join(folder, file.replace(/\.ts$/, ""));
  mkdirSync(dirname(stem), { recursive: true });
  writeFileSync(`${stem}.mutant-${id}.ts`, text.slice(0, start) + replacement + text.slice(end));
  writeFileSync(`${stem}.mutant-none.ts`, text);
}

/** As the repository's own, less what only finds code without use. */
function settings(root: string): unknown {
  return {
    extends: join(root, "tsconfig.json"),
    compilerOptions: {
      rootDirs: [root, "."],
      typeRoots: [join(root, "node_modules/@types")],
      noUnusedLocals: false,
      noUnusedParameters: false,
      allowUnreachableCode: true,
    },
    include: ["."],
  };
}

function compilerOutput(root: string, folder: string): string {
  const { stdout, error } = spawnSync(
    join(root, "node_modules/.bin/tsc"),
    ["--project", folder, "--pretty", "false"],
    {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  if (error !== undefined) throw error;
  return stdout;
}

function idsIn(output: string): ReadonlySet<number> {
  const refused = output.split("\n").filter((line) => /: error TS\d+: /.test(line));
  const ids = refused.map((line) => Number(/\.mutant-(\d+)\.ts\(/.exec(line)?.[1]));
  const foreign = refused.find((_, index) => Number.isNaN(ids[index]));
  if (foreign !== undefined) throw new Error(`tsc refuses what is no mutant: ${foreign}`);
  return new Set(ids);
}
