import fc from "fast-check";

/** Draws one value after the other; what a smaller case draws is simpler. */
export interface Draw {
  /** From 0 to `most`. */
  readonly upTo: (most: number) => number;
  /** So many in a hundred. */
  readonly chance: (percent: number) => boolean;
  readonly oneOf: <T>(first: T, ...others: readonly T[]) => T;
  /** Each of them in or out; in its order. */
  readonly some: <T>(list: readonly T[]) => readonly T[];
}

/** Draws by a generator of fast-check. */
export function drawBy(gen: fc.GeneratorValue): Draw {
  const upTo = (most: number) => gen(nat, most);
  return {
    upTo,
    chance: (percent) => upTo(99) >= 100 - percent,
    oneOf: (first, ...others) => [first, ...others][upTo(others.length)] ?? first,
    some: (list) => list.filter(() => upTo(1) === 1),
  };
}

function nat(max: number): fc.Arbitrary<number> {
  return fc.nat({ max });
}
