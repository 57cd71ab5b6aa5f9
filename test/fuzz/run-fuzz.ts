/**
 * Compiles random blueprints and looks for what must never be: `npm run fuzz -- --runs 1000 --seed 1`. With `--lab` it
 * sends real packets through each network instead, and holds what arrives against what `hextet reach` says: that needs root. With
 * `--terraform` it asks the real provider about the stacks that are accepted. A blueprint that fails is made as small as it can be and written to `--out`; the exit code is then 1. The same seed draws
 * the same blueprints.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import fc from "fast-check";
import { blueprintProblems, judgeText } from "../support/random-blueprint/blueprint-problems.ts";
import { compareDrawn, labProblems, networkToTry } from "../support/random-blueprint/lab-problems.ts";
import { randomBlueprint, randomNetwork } from "../support/random-blueprint/random-blueprint.ts";
import { findTerraform } from "../support/tools.ts";
import { askBatch } from "./fuzz-terraform.ts";

/** So many blueprints are drawn with one seed, and told as one line. */
const BATCH = 25;
/** A batch goes on with the next one after so long, in ms: making a blueprint smaller may take for ever. */
const LONGEST_BATCH = 300_000;

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "1000" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    out: { type: "string", default: path.join(tmpdir(), "hextet-fuzz") },
    lab: { type: "boolean", default: false },
    terraform: { type: "boolean", default: false },
  },
});

const [runs, first] = [Number(values.runs), Number(values.seed)];
if (!Number.isInteger(runs) || !Number.isInteger(first))
  throw new Error("--runs and --seed are whole numbers");

const counts = { drawn: 0, accepted: 0, failed: 0 };
/** Resources that the provider took. */
const taken = new Set<string>();
/** Of connections, in `networks`. */
const tried = { networks: 0, arrive: 0, lost: 0, unsure: 0, leftOut: 0 };

for (let seed = first; counts.drawn < runs; seed += 1) {
  if (values.terraform) {
    await askTerraform(seed);
    continue;
  }
  const numRuns = Math.min(BATCH, runs - counts.drawn);
  const { failure, drawn } = await checkBatch(seed, numRuns);
  counts.drawn += drawn;
  if (failure !== null) {
    counts.failed += 1;
    say(`seed ${seed}: ${failure.why}\n  ${keep(String(seed), failure.text)}`);
  }
  const ofPackets = values.lab ? `; ${JSON.stringify(tried)}` : "";
  say(
    `${counts.drawn} of ${runs} drawn, ${counts.accepted} accepted, ${counts.failed} batches failed${ofPackets}`,
  );
}
process.exitCode = counts.failed > 0 ? 1 : 0;

interface Failure {
  readonly text: string;
  readonly why: string;
}

interface Batch {
  readonly failure: Failure | null;
  /** Fewer than asked where it took too long. */
  readonly drawn: number;
}

async function checkBatch(seed: number, numRuns: number): Promise<Batch> {
  // After the first failure the same blueprint is tried in smaller forms, which nobody counts.
  let isCounted = true;
  const property = fc.asyncProperty(values.lab ? randomNetwork : randomBlueprint, async (text) => {
    const problems = await problemsOf(text, isCounted).catch((error: unknown) => [String(error)]);
    isCounted &&= problems.length === 0;
    if (problems.length > 0) throw new Error(problems.join("\n"));
  });
  const limits = { interruptAfterTimeLimit: LONGEST_BATCH, markInterruptAsFailure: false };
  const done = await fc.check(property, { seed, numRuns, ...limits });
  if (!done.failed) return { failure: null, drawn: Math.max(1, done.numRuns) };
  const { counterexample, errorInstance } = done;
  const why = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  return { failure: { text: counterexample?.[0] ?? "", why }, drawn: numRuns };
}

async function problemsOf(text: string, isCounted: boolean): Promise<readonly string[]> {
  const judged = judgeText(text);
  if (isCounted && judged.kind === "accepted") counts.accepted += 1;
  if (!values.lab) return blueprintProblems(text, judged);
  const network = networkToTry(judged);
  if (network === null) return [];
  const comparison = await compareDrawn(network);
  if (isCounted) {
    tried.networks += 1;
    for (const key of ["arrive", "lost", "unsure", "leftOut"] as const) tried[key] += comparison.counts[key];
  }
  return labProblems(comparison);
}

async function askTerraform(seed: number): Promise<void> {
  const terraform = findTerraform();
  if (!terraform.found) throw new Error(terraform.why);
  const asking = { tools: terraform.tool, taken };
  const { drawn, asked, refused } = await askBatch(asking, seed, runs - counts.drawn);
  counts.drawn += drawn;
  counts.accepted += asked;
  counts.failed += refused.length;
  for (const [index, { text, why }] of refused.entries())
    say(`seed ${seed}: ${why}\n  ${keep(`${seed}-${index}`, text)}`);
  say(
    `${counts.drawn} of ${runs} drawn, ${counts.accepted} asked about, ${counts.failed} refused by the provider`,
  );
}

function keep(seed: string, text: string): string {
  mkdirSync(values.out, { recursive: true });
  const file = path.join(values.out, `seed-${seed}.yaml`);
  writeFileSync(file, text);
  return file;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
