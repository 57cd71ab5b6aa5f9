import { paintedWidth } from "./findings/terminal-text.ts";

/**
 * A line broken between words so that no part takes more than `width` columns, where words allow it: a longer word stands alone,
 * whole. What follows the first part begins with `hang`; without one it stands two columns further in than the line.
 */
export function wrapLine(line: string, width: number, hang?: string): readonly string[] {
  if (!Number.isFinite(width) || paintedWidth(line) <= width) return [line];
  const indent = /^ */.exec(line)?.[0] ?? "";
  const next = hang ?? `${indent}  `;
  // Each word with the spaces before it: what is aligned stays so.
  const [first = "", ...words] = line.slice(indent.length).match(/ *[^ ]+/g) ?? [];
  return fill(indent + first, words, next, width);
}

function fill(first: string, words: readonly string[], next: string, width: number): readonly string[] {
  const wrapped: string[] = [];
  let current = first;
  let taken = paintedWidth(first);
  for (const word of words) {
    const wide = paintedWidth(word);
    // Where the next line begins as far in, a break would win nothing.
    if (taken + wide > width && next.length < taken) {
      wrapped.push(current);
      current = next + word.trimStart();
      taken = paintedWidth(current);
    } else {
      current += word;
      taken += wide;
    }
  }
  return [...wrapped, current];
}

/** A text of several lines, each broken as `wrapLine` does. */
export function wrapLines(text: string, width: number): string {
  if (!Number.isFinite(width)) return text;
  return text
    .split("\n")
    .flatMap((line) => wrapLine(line, width))
    .join("\n");
}

/** A text, whatever its spaces and line breaks, in indented lines of at most `width` columns; none where it is empty. */
export function wrapText(text: string, indent: string, width: number): readonly string[] {
  const words = text.split(/\s+/).filter((part) => part !== "");
  return words.length === 0 ? [] : wrapLine(`${indent}${words.join(" ")}`, width, indent);
}
