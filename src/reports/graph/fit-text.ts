import { screenWidth, toCells } from "../findings/terminal-text.ts";
import type { Face } from "./picture.ts";

/** Pixels. */
export const FONT_SIZES: Readonly<Record<Face, number>> = { title: 16, name: 12, text: 11, faint: 11 };

/** From baseline to baseline, in pixels. */
export const LINE_HEIGHTS: Readonly<Record<Face, number>> = { title: 22, name: 16, text: 15, faint: 15 };

/**
 * The width of a character as a share of the font's size. Nothing here knows the reader's font: the monospaced ones of
 * Windows, macOS, Linux and Android have 0.50 to 0.602.
 */
const EM = 0.61;

/** Never more lines for one text, whatever it says. */
const MOST_LINES = 4;

/** A line that fits, and the whole text where it was cut. */
export interface FittedLine {
  readonly text: string;
  readonly full: string | null;
}

/** The width that a text takes at most, in pixels. */
export function widthOf(text: string, face: Face): number {
  return screenWidth(text) * FONT_SIZES[face] * EM;
}

/** The text on one line of that width: what is too long is cut, with an ellipsis. */
export function fitLine(text: string, face: Face, width: number): FittedLine {
  const clean = cleanText(text);
  if (widthOf(clean, face) <= width) return { text: clean, full: null };
  return { text: `${start(clean, face, width - widthOf("…", face))}…`, full: clean };
}

/** The text on as many lines as it takes, at most so many; words are kept whole where they fit. */
export function fitLines(
  text: string,
  face: Face,
  width: number,
  most: number = MOST_LINES,
): readonly FittedLine[] {
  const words = cleanText(text).split(" ");
  const lines: string[] = [];
  let line = "";
  for (const [index, word] of words.entries()) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line === "" || widthOf(longer, face) <= width) {
      line = longer;
      continue;
    }
    if (lines.length === most - 1) return [...lines, [line, ...words.slice(index)].join(" ")].map(cut);
    lines.push(line);
    line = word;
  }
  return [...lines, line].map(cut);

  function cut(one: string): FittedLine {
    const fitted = fitLine(one, face, width);
    return fitted.full === null ? fitted : { text: fitted.text, full: cleanText(text) };
  }
}

/** On one line, and without piles of accents that would reach into the lines above and below. */
function cleanText(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/(\p{M}{2})\p{M}+/gu, "$1");
}

function start(text: string, face: Face, width: number): string {
  const perColumn = FONT_SIZES[face] * EM;
  let used = 0;
  for (const cell of toCells(text)) {
    used += cell.width * perColumn;
    if (used > width) return text.slice(0, cell.offset);
  }
  return text;
}
