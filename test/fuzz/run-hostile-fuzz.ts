/**
 * Gives hostile texts to the pipeline, and looks for what must never be: `npm run fuzz:hostile -- --runs 20000 --seed 1`.
 * The texts are blueprints with flipped bits, cut or doubled pieces, strange characters, YAML that nobody writes, and values
 * where they do not belong. What fails is made small and written to `--out`; the exit code is then 1. The same seed draws the
 * same texts.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { hostileInput } from "../support/hostile-blueprint/hostile-input.ts";
import { hostileProblems } from "../support/hostile-blueprint/hostile-problems.ts";
import { smallest } from "../support/hostile-blueprint/smallest.ts";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "20000" },
    seed: { type: "string", default: "1" },
    out: { type: "string", default: path.join(tmpdir(), "hextet-hostile") },
  },
});
const [runs, first] = [Number(values.runs), Number(values.seed)];
if (!Number.isInteger(runs) || !Number.isInteger(first))
  throw new Error("--runs and --seed are whole numbers");

/** So many runs are told as one line. */
const BATCH = 1000;
/** No text may take more of the processor's time, in ms. */
const LONGEST = 5000;
/** The first run loads what all of them need. */
await hostileProblems(hostileInput(first));

const counts = { texts: 0, accepted: 0, findings: 0, slowest: 0, failed: 0 };
for (let seed = first; counts.texts < runs; seed += 1) {
  const text = hostileInput(seed);
  const start = process.cpuUsage();
  const { findings, isAccepted, problems } = await hostileProblems(text);
  const took = millisecondsSince(start);
  counts.texts += 1;
  counts.findings += findings;
  counts.slowest = Math.max(counts.slowest, took);
  if (isAccepted) counts.accepted += 1;
  if (problems.length > 0) await tell(seed, text, problems);
  if (took > LONGEST) await tell(seed, text, [`it takes ${took} ms`]);
  if (counts.texts % BATCH === 0) say(JSON.stringify(counts));
}
say(JSON.stringify(counts));
process.exitCode = counts.failed > 0 ? 1 : 0;

async function isWrong(text: string): Promise<boolean> {
  return (await hostileProblems(text)).problems.length > 0;
}

async function tell(seed: number, text: string, problems: readonly string[]): Promise<void> {
  counts.failed += 1;
  const isQuick = problems[0]?.startsWith("it takes") !== true;
  const small = isQuick ? await smallest(text, isWrong) : text;
  mkdirSync(values.out, { recursive: true });
  const file = path.join(values.out, `seed-${seed}.yaml`);
  writeFileSync(file, small);
  say(`seed ${seed}: ${problems.join("\n  ")}\n  ${file}`);
}

function millisecondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return Math.round((user + system) / 1000);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
