import { byName } from "./compare-texts.ts";

/** A stack's place among those that are applied together. */
interface PlacedStack {
  readonly name: string;
  /** Stacks that come before it, sorted: each stands in an earlier wave. */
  readonly after: readonly string[];
  /** From 1: stacks of one wave do not need each other. */
  readonly wave: number;
}

/** In which order stacks are applied, or why there is none. */
export interface StackOrder {
  /** By wave, then by name; empty where there is a circle. */
  readonly stacks: readonly PlacedStack[];
  /** Stacks that wait for each other, the first one again at the end; empty where there is an order. */
  readonly circle: readonly string[];
}

/**
 * Puts stacks behind those that they name: a stack's wave is one more than the highest of theirs. A name that is no
 * stack of the list holds nothing up.
 */
export function orderStacks(after: ReadonlyMap<string, readonly string[]>): StackOrder {
  const known = new Map([...after].map(([name, names]) => [name, names.filter((one) => after.has(one))]));
  const placed = new Map<string, PlacedStack>();
  for (let wave = 1; placed.size < known.size; wave++) {
    const ready = [...known].filter(
      ([name, names]) => !placed.has(name) && names.every((one) => placed.has(one)),
    );
    if (ready.length === 0) return { stacks: [], circle: circleIn(known, placed) };
    for (const [name, names] of ready) placed.set(name, { name, after: [...names].sort(), wave });
  }
  const stacks = [...placed.values()].sort((a, b) => a.wave - b.wave || byName(a, b));
  return { stacks, circle: [] };
}

/** Of what is left each waits for another that is left: walking on comes to a stack for the second time. */
function circleIn(
  after: ReadonlyMap<string, readonly string[]>,
  placed: ReadonlyMap<string, unknown>,
): readonly string[] {
  const walked: string[] = [];
  let next = [...after.keys()].filter((name) => !placed.has(name)).sort()[0];
  while (next !== undefined && !walked.includes(next)) {
    walked.push(next);
    next = after.get(next)?.find((one) => !placed.has(one));
  }
  return next === undefined ? walked : [...walked.slice(walked.indexOf(next)), next];
}
