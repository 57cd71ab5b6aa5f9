/**
 * Imports random VPCs, as a Terraform state tells them, and looks for what must never be: `npm run fuzz:import -- --runs 200 --seed 1`.
 * A VPC that fails is made as small as it can be and written to `--out`; the exit code is then 1. The same seed draws the same VPCs.
 * With `--emulator` it makes them in the emulator with Terraform, imports what is there, and wants a first plan of imports alone.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import fc from "fast-check";
import { judgeVpc, randomState } from "../support/random-vpc/vpc-problems.ts";
import { askEmulator } from "./import-from-emulator.ts";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "200" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    emulator: { type: "boolean", default: false },
    out: { type: "string", default: path.join(tmpdir(), "hextet-fuzz") },
  },
});

const [runs, first] = [Number(values.runs), Number(values.seed)];
if (!Number.isInteger(runs) || !Number.isInteger(first))
  throw new Error("--runs and --seed are whole numbers");

if (values.emulator) {
  process.exitCode = await askEmulator({ runs, first, out: values.out });
  process.exit();
}

const counts = { drawn: 0, refused: 0, resources: 0, failed: 0 };
for (let seed = first; seed < first + runs; seed += 1) {
  const why = importOne(seed);
  counts.drawn += 1;
  if (why !== null) {
    counts.failed += 1;
    process.stdout.write(`seed ${seed}: ${why}\n`);
  }
}
process.stdout.write(`${JSON.stringify(counts)}\n`);
process.exitCode = counts.failed > 0 ? 1 : 0;

/** Imports the VPC of a seed; what is wrong with it, null for nothing. */
function importOne(seed: number): string | null {
  let isCounted = true;
  let smallest: object = {};
  const property = fc.property(fc.gen(), (gen) => {
    const state = randomState(gen);
    const { problems, counted, isRefused } = judgeVpc(state);
    if (isCounted) {
      counts.resources += counted;
      counts.refused += isRefused ? 1 : 0;
    }
    isCounted = false;
    if (problems.length === 0) return;
    smallest = state;
    throw new Error(problems.join("\n"));
  });
  const { failed, errorInstance } = fc.check(property, { seed, numRuns: 1 });
  if (!failed) return null;
  mkdirSync(values.out, { recursive: true });
  const file = path.join(values.out, `vpc-${seed}.json`);
  writeFileSync(file, JSON.stringify(smallest, null, 1));
  return `${errorInstance instanceof Error ? errorInstance.message : String(errorInstance)}\n  ${file}`;
}
