import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Emulator, startEmulator } from "../support/emulator.ts";
import { drawnState } from "../support/random-vpc/drawn-state.ts";
import { type FirstPlan, firstPlanOf } from "../support/random-vpc/first-plan.ts";
import { makeVpcs } from "../support/random-vpc/made-vpcs.ts";
import { findPython, findTerraform, type TerraformTools } from "../support/tools.ts";

/** So many VPCs are made in one account by one apply. */
const BATCH = 20;

interface Asked {
  readonly runs: number;
  /** The first seed; each VPC has its own. */
  readonly first: number;
  /** A folder for the states of VPCs that fail. */
  readonly out: string;
}

/** Makes random VPCs in the emulator, imports each and looks at the first plan; the exit code. */
export async function askEmulator({ runs, first, out }: Asked): Promise<number> {
  const [terraform, python] = [findTerraform(), findPython()];
  if (!terraform.found) throw new Error(terraform.why);
  if (!python.found) throw new Error(python.why);
  const counts = { drawn: 0, refused: 0, seen: 0, imported: 0, listed: 0, failed: 0 };
  for (let seed = first; seed < first + runs; seed += BATCH) {
    const seeds = Array.from({ length: Math.min(BATCH, first + runs - seed) }, (_, index) => seed + index);
    // What one batch leaves behind is in no other's way.
    const emulator = await startEmulator(python.tool);
    try {
      for (const asked of await plansOf(terraform.tool, emulator, seeds)) {
        const { problems, isRefused, seen, imported, listed } = asked.plan;
        counts.drawn += 1;
        counts.refused += Number(isRefused);
        counts.seen += seen;
        counts.imported += imported;
        counts.listed += listed;
        counts.failed += Number(problems.length > 0);
        if (problems.length > 0) keep(asked, out);
      }
    } finally {
      await emulator.stop();
    }
    process.stdout.write(`${JSON.stringify(counts)}\n`);
  }
  return counts.failed > 0 ? 1 : 0;
}

interface AskedVpc {
  readonly seed: number;
  readonly state: object;
  readonly plan: FirstPlan;
}

function keep({ seed, state, plan }: AskedVpc, out: string): void {
  mkdirSync(out, { recursive: true });
  const file = path.join(out, `made-vpc-${seed}.json`);
  writeFileSync(file, JSON.stringify(state, null, 1));
  process.stdout.write(`seed ${seed}: ${plan.problems.join("\n")}\n  ${file}\n`);
}

async function plansOf(
  terraform: TerraformTools,
  emulator: Emulator,
  seeds: readonly number[],
): Promise<readonly AskedVpc[]> {
  const states = await makeVpcs(terraform, seeds.map(drawnState), emulator);
  const asked: AskedVpc[] = [];
  for (const [index, state] of states.entries())
    asked.push({ seed: seeds[index] ?? 0, state, plan: await firstPlanOf(terraform, state, emulator) });
  return asked;
}
