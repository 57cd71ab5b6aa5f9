/** Gives whole numbers from 0 on, below a limit. */
export type Random = (limit: number) => number;

/** Numbers that look random and follow from the seed (xorshift of 32 bits). */
export function randomSource(seed: number): Random {
  let state = Math.imul(seed, 2_654_435_761) | 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

/** One of them; throws where there is none. */
export function oneOf<T>(random: Random, all: readonly T[]): T {
  const [one] = all.slice(random(all.length));
  if (one === undefined) throw new Error("there is nothing to choose from");
  return one;
}
