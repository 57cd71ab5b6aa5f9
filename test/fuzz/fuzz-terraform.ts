import { drawTexts } from "../support/random-blueprint/drawn-blueprints.ts";
import { randomBlueprint } from "../support/random-blueprint/random-blueprint.ts";
import {
  type Asking,
  smallestRefused,
  terraformProblems,
} from "../support/random-blueprint/terraform-problems.ts";

/** So many blueprints are drawn with one seed, and their stacks asked about in one command of each kind. */
const BATCH = 100;

/** A stack that Hextet makes and the provider refuses. */
interface Refused {
  readonly text: string;
  readonly why: string;
}

/** What became of the blueprints of one seed. */
interface AskedBatch {
  readonly drawn: number;
  /** How many Hextet accepts, and so the provider was asked about. */
  readonly asked: number;
  readonly refused: readonly Refused[];
}

/** Asks the real provider about the stacks of one seed: `terraform validate`, and a plan from nothing. One failure of each kind is made small. */
export async function askBatch(asking: Asking, seed: number, left: number): Promise<AskedBatch> {
  const drawn = drawTexts(randomBlueprint, seed, Math.min(BATCH, left));
  const told = await terraformProblems(
    asking,
    drawn.map(({ text }) => text),
  );
  const byKind = new Map<string, number>();
  for (const [index, problems] of told.entries()) {
    const [first] = problems ?? [];
    if (first !== undefined && !byKind.has(first)) byKind.set(first, index);
  }
  const refused: Refused[] = [];
  for (const index of byKind.values()) {
    const one = drawn[index];
    if (one === undefined) continue;
    const { text, problems } = await smallestRefused(asking, one, told[index] ?? []);
    refused.push({ text, why: problems.join("\n") });
  }
  return { drawn: drawn.length, asked: told.filter((one) => one !== null).length, refused };
}
