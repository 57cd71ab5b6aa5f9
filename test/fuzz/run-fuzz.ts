/**
 * Compiles random blueprints and looks for what must never be: `npm run fuzz -- --runs 1000 --seed 1`. A blueprint that fails
 * is made as small as it can be and written to `--out`; the exit code is then 1. The same seed draws the same blueprints.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import fc from "fast-check";
import { blueprintProblems, judgeText } from "../support/random-blueprint/blueprint-problems.ts";
import { randomBlueprint } from "../support/random-blueprint/random-blueprint.ts";

/** So many blueprints are drawn with one seed, and told as one line. */
const BATCH = 50;

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "1000" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    out: { type: "string", default: path.join(tmpdir(), "hextet-fuzz") },
  },
});

const [runs, first] = [Number(values.runs), Number(values.seed)];
if (!Number.isInteger(runs) || !Number.isInteger(first))
  throw new Error("--runs and --seed are whole numbers");

const counts = { drawn: 0, accepted: 0, failed: 0 };
for (let seed = first; counts.drawn < runs; seed += 1) {
  const numRuns = Math.min(BATCH, runs - counts.drawn);
  const failure = checkBatch(seed, numRuns);
  counts.drawn += numRuns;
  if (failure !== null) {
    counts.failed += 1;
    say(`seed ${seed}: ${failure.why}\n  ${keep(seed, failure.text)}`);
  }
  say(`${counts.drawn} of ${runs} drawn, ${counts.accepted} accepted, ${counts.failed} batches failed`);
}
process.exitCode = counts.failed > 0 ? 1 : 0;

function checkBatch(seed: number, numRuns: number): { readonly text: string; readonly why: string } | null {
  let isShrinking = false;
  const property = fc.property(randomBlueprint, (text) => {
    const judged = judgeText(text);
    if (judged.kind === "accepted" && !isShrinking) counts.accepted += 1;
    const problems = blueprintProblems(text, judged);
    isShrinking ||= problems.length > 0;
    if (problems.length > 0) throw new Error(problems.join("\n"));
  });
  const { failed, counterexample, errorInstance } = fc.check(property, { seed, numRuns });
  if (!failed) return null;
  const why = errorInstance instanceof Error ? (errorInstance.stack ?? errorInstance.message) : "it failed";
  return { text: counterexample?.[0] ?? "", why };
}

function keep(seed: number, text: string): string {
  mkdirSync(values.out, { recursive: true });
  const file = path.join(values.out, `seed-${seed}.yaml`);
  writeFileSync(file, text);
  return file;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
