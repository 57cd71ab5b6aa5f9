/** A character as a terminal shows it, and where it came from. */
export interface Cell {
  /** What to print: the character itself, or a visible escape of one that would drive the terminal. */
  readonly text: string;
  /** Columns on the screen. */
  readonly width: number;
  /** UTF-16 offset of the character in the text it came from. */
  readonly offset: number;
}

const TAB = "    ";

// Everything that moves the cursor, changes colours or reorders text: controls, formats, separators, surrogates,
// private use. Unicode Technical Report 36, section 3.5 asks for it.
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;
const UNSAFE_RUN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;
const ZERO_WIDTH = /^\p{M}$/u;
// East Asian wide characters and emoji: the blocks that terminals draw two columns wide (Unicode Annex 11).
const WIDE =
  /^[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{16fe0}-\u{18d08}\u{1aff0}-\u{1b2fb}\u{1f200}-\u{1f265}\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]$|^\p{Emoji_Presentation}$/u;

// What picocolors writes. The texts of others have no control character any more: `escapeUnsafe`.
const PAINT = /\p{Cc}\[\d+m/gu;

/** Splits a line into what a terminal shows for each of its characters; a tab becomes four spaces. */
export function toCells(line: string): readonly Cell[] {
  const cells: Cell[] = [];
  let offset = 0;
  for (const character of line) {
    const text = character === "\t" ? TAB : escapeUnsafe(character);
    cells.push({ text, width: widthOf(text, character), offset });
    offset += character.length;
  }
  return cells;
}

/** The text with every character that could drive a terminal, line breaks and tabs among them, made visible. */
export function escapeUnsafe(text: string): string {
  return text.replace(UNSAFE_RUN, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u{${code.toString(16)}}`;
  });
}

/** What begins with it paints, as picocolors does. */
const ESCAPE = "\u001b";

/** Text of several lines with every character made visible that could drive a terminal, but for what paints where `isPainted`. */
export function escapeLines(text: string, isPainted: boolean): string {
  return text
    .split(/([\n\t]|\p{Cc}\[\d+m)/u)
    .map((part, index) =>
      index % 2 === 1 && (isPainted || !part.startsWith(ESCAPE)) ? part : escapeUnsafe(part),
    )
    .join("");
}

/** The number of columns a text takes on the screen; unsafe characters are counted as their escapes. */
export function screenWidth(text: string): number {
  return toCells(text).reduce((sum, cell) => sum + cell.width, 0);
}

/** The number of columns a text takes on the screen; what only paints it takes none. */
export function paintedWidth(text: string): number {
  return screenWidth(text.replace(PAINT, ""));
}

/** The text with spaces behind it, so that it takes at least so many columns. */
export function padPainted(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - paintedWidth(text)));
}

function widthOf(shown: string, character: string): number {
  if (UNSAFE.test(character)) return shown.length;
  if (ZERO_WIDTH.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}
