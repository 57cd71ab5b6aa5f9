import { plainText } from "./plain-text.ts";

/** Signs of a comment that are shown. */
const LONGEST = 400;
/** Signs of a line of a comment, beside the indentation of what it is about. */
const WIDTH = 120;

/**
 * Texts as the lines of a comment. One that is indented is an entry of a list, or a command to copy, and stays on its line.
 * They may hold what strangers wrote: none breaks out of the comment.
 */
export function commentLines(texts: readonly string[]): string {
  return texts
    .flatMap((text) => (indentOf(text) === "" ? wrap(oneLine(text)) : [commentOnLine(text)]))
    .join("\n");
}

/** A text as a comment on the line of what it is about, however long. */
export function commentOnLine(text: string): string {
  return ` ${indentOf(text)}${oneLine(text)}`;
}

function oneLine(text: string): string {
  return plainText(text, LONGEST) ?? "";
}

function indentOf(text: string): string {
  return /^ */.exec(text)?.[0] ?? "";
}

function wrap(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    const joined = `${last} ${word}`;
    if (last === undefined) lines.push(` ${word}`);
    // Each line that begins with TODO is one of them.
    else if (joined.length <= WIDTH || word.startsWith("TODO")) lines[lines.length - 1] = joined;
    else lines.push(` ${word}`);
  }
  return lines;
}
