import { invariant } from "./invariant.ts";

/**
 * How many edits make one text of the other: a character inserted, removed or changed, or two neighbours swapped
 * (optimal string alignment). Swaps are what fingers do most: `wbe` is one edit from `web`.
 */
export function editDistance(one: string, other: string): number {
  const width = other.length + 1;
  let [twoAbove, above]: [readonly number[], readonly number[]] = [
    [],
    Array.from({ length: width }, (_, at) => at),
  ];
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row];
    for (let at = 1; at < width; at += 1) {
      const changed = numberAt(above, at - 1) + (one[row - 1] === other[at - 1] ? 0 : 1);
      const least = Math.min(changed, numberAt(above, at) + 1, numberAt(line, at - 1) + 1);
      const isSwapped = one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      line.push(row > 1 && at > 1 && isSwapped ? Math.min(least, numberAt(twoAbove, at - 2) + 1) : least);
    }
    [twoAbove, above] = [above, line];
  }
  return numberAt(above, other.length);
}

function numberAt(line: readonly number[], at: number): number {
  const found = line[at];
  invariant(found !== undefined, "a row of distances is as long as the text");
  return found;
}
