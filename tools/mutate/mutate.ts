import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { type Area, areas } from "./areas.ts";
import { bundleWithMutants } from "./bundle.ts";
import type { CorpusFile } from "./corpus.ts";
import { refusedByTypes } from "./refused-by-types.ts";
import { COMPILER, runMutants, type Verdict } from "./run-mutants.ts";
import { renderScore } from "./score.ts";

const WORKER = { bundle: true, platform: "node", format: "esm", target: "node20" } as const;
const ROOT = new URL("../..", import.meta.url).pathname;

/** Tries every mutant of an area with its corpus. */
async function tryArea({ name, corpus, isTarget }: Area): Promise<readonly Verdict[]> {
  const folder = mkdtempSync(join(tmpdir(), "hextet-mutate-"));
  const verdicts: Verdict[] = [];
  try {
    const { code, mutants } = await bundleWithMutants(ROOT, corpus, isTarget);
    const bundle = join(folder, "bundle.cjs");
    writeFileSync(bundle, code);
    const script = join(folder, "worker.mjs");
    await build({ entryPoints: [join(ROOT, "tools/mutate/worker.ts")], outfile: script, ...WORKER });
    await runMutants(script, { bundle, files: blueprints(), mutants }, (verdict) => {
      verdicts.push(verdict);
      if (verdicts.length % 250 === 0)
        process.stderr.write(`${name}: ${verdicts.length} of ${mutants.length}\n`);
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
  const survivors = verdicts.filter(({ killedBy }) => killedBy === null).map(({ mutant }) => mutant);
  const refused = refusedByTypes(ROOT, survivors);
  return verdicts.map((verdict) =>
    refused.has(verdict.mutant.id) ? { ...verdict, killedBy: COMPILER } : verdict,
  );
}

function blueprints(): readonly CorpusFile[] {
  const folder = join(ROOT, "test/rules");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".yaml"))
    .sort()
    .map((file) => ({ file, text: readFileSync(join(folder, file), "utf8") }));
}

// Names of areas, and files or folders: a part of an area is shown, only a whole one is scored.
const words = process.argv.slice(2);
const named = words.filter((word) => areas.some(({ name }) => name === word));
const paths = words.filter((word) => !named.includes(word));

for (const area of areas.filter(({ name }) => named.length === 0 || named.includes(name))) {
  const text = renderScore(area.name, await tryArea(restrictTo(paths, area)));
  if (paths.length > 0) process.stdout.write(text);
  else writeFileSync(join(ROOT, `tools/mutate/score-${area.name}.md`), text);
  process.stderr.write(`${text.split("\n").find((line) => line.includes("%"))}\n`);
}

function restrictTo(starts: readonly string[], area: Area): Area {
  if (starts.length === 0) return area;
  const isNamed = (file: string) => starts.some((start) => file.startsWith(start));
  return { ...area, isTarget: (file) => area.isTarget(file) && isNamed(file) };
}
