/** A character which a blueprint must not hold, and where it stands. */
export interface ForbiddenCharacter {
  /** UTF-16 offset. */
  readonly offset: number;
  /** Such as `U+202E (it changes the direction of the text)`. */
  readonly words: string;
}

interface Forbidden {
  readonly from: number;
  readonly to: number;
  readonly why: string;
}

const control = "a control character";
const direction = "it changes the direction of the text";

const forbidden: readonly Forbidden[] = [
  { from: 0x00, to: 0x08, why: control },
  { from: 0x0b, to: 0x0c, why: control },
  { from: 0x0d, to: 0x0d, why: "a carriage return without a line feed" },
  { from: 0x0e, to: 0x1f, why: control },
  { from: 0x7f, to: 0x9f, why: control },
  { from: 0x2028, to: 0x2029, why: "a line separator" },
  { from: 0x202a, to: 0x202e, why: direction },
  { from: 0x2066, to: 0x2069, why: direction },
  { from: 0xd800, to: 0xdfff, why: "half a character" },
  { from: 0xe000, to: 0xf8ff, why: "a private use character" },
  { from: 0xfeff, to: 0xfeff, why: "a byte order mark" },
  { from: 0xfffe, to: 0xffff, why: "not a character" },
];

/** The first forbidden character of each line: later ones mostly belong to the same mistake. */
export function findForbiddenCharacters(text: string): readonly ForbiddenCharacter[] {
  const found: ForbiddenCharacter[] = [];
  let offset = 0;
  while (offset < text.length) {
    const words = describe(text, offset);
    if (words !== null) found.push({ offset, words });
    offset = words === null ? offset + lengthAt(text, offset) : endOfLine(text, offset);
  }
  return found;
}

function describe(text: string, offset: number): string | null {
  const code = text.codePointAt(offset) ?? 0;
  if (isOrdinary(code) || (code === 0x0d && text[offset + 1] === "\n")) return null;
  const match = forbidden.find(({ from, to }) => from <= code && code <= to);
  return match === undefined ? null : `U+${code.toString(16).toUpperCase().padStart(4, "0")} (${match.why})`;
}

/** Printable ASCII, tab and line feed: nearly all there is, so that long texts are read fast. */
function isOrdinary(code: number): boolean {
  return (code >= 0x20 && code < 0x7f) || code === 0x0a || code === 0x09;
}

function lengthAt(text: string, offset: number): number {
  return (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end === -1 ? text.length : end;
}
