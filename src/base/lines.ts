/** Where an offset stands: line and column from 1, the column in UTF-16 units. */
interface Position {
  readonly line: number;
  readonly column: number;
}

/** Finds lines and columns of offsets in one text, each in logarithmic time. */
export type Lines = (offset: number) => Position;

/** Counts the lines of a text; lines end with a line feed. The work is done when the first offset is asked for. */
export function countLines(text: string): Lines {
  let starts: readonly number[] | null = null;
  return (offset) => {
    starts ??= lineStarts(text);
    const index = lastAtMost(starts, offset);
    return { line: index + 1, column: offset - (starts[index] ?? 0) + 1 };
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

function lastAtMost(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
