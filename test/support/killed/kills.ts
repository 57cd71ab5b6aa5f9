import type { Kill } from "./killed-child.ts";
import { type Stage, TEMPORARY } from "./stage.ts";

/** Milliseconds; an operation and the next ones take less. */
const LONGEST_WAIT = 12;

/**
 * One before each operation of a scenario, and one that leaves half of it where it is one in the project: temporary files are
 * nobody's, and before the next operation is after this one.
 */
export function everyKill({ operations }: Stage): readonly Kill[] {
  return operations.flatMap((operation, index) => {
    const before = { at: index + 1, how: "before" as const };
    return isTemporary(operation) ? [before] : [before, { at: index + 1, how: "half" as const }];
  });
}

function isTemporary(operation: string): boolean {
  return operation.includes(`${TEMPORARY}/`);
}

/** One by the clock, or two: the second kills the run that finishes what the first has begun. */
export function randomKills(stage: Stage, random: (limit: number) => number): readonly Kill[] {
  const at = (): number => 1 + random(stage.operations.length);
  const soon = (): Kill => ({ at: at(), how: "soon", after: random(LONGEST_WAIT) });
  if (random(2) === 0) return [soon()];
  return [
    { at: at(), how: random(2) === 0 ? "before" : "half" },
    random(2) === 0 ? soon() : { at: at(), how: "half" },
  ];
}
