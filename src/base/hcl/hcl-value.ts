import { HclCursor } from "./hcl-cursor.ts";

const WORDS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ["true", true],
  ["false", false],
  ["null", null],
]);
const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\" };

/**
 * The value of an HCL expression as Terraform's JSON syntax writes it: texts, numbers, lists and maps as they are, anything
 * else as the template `${…}`. Throws `HclMistake`.
 */
export function hclValue(expression: string): unknown {
  const word = WORDS.get(expression);
  if (word !== undefined) return word;
  if (/^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(expression)) return Number(expression);
  return (
    quotedValue(expression) ??
    heredocValue(expression) ??
    listValue(expression) ??
    mapValue(expression) ??
    `\${${expression}}`
  );
}

/** Null: it is not one quoted text. */
function quotedValue(expression: string): string | null {
  const cursor = new HclCursor(expression);
  const quoted = cursor.takeQuoted();
  return quoted === null || cursor.next !== "" ? null : unquoted(quoted);
}

/** A quoted text without its quotes, and its escapes resolved; what stands in a template is left as it is. */
export function unquoted(quoted: string): string {
  const cursor = new HclCursor(quoted.slice(1, -1));
  let value = "";
  while (cursor.next !== "") {
    const start = cursor.at;
    const escaped = cursor.take(/\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[nrt"\\])/y);
    if (escaped !== null) value += unescaped(escaped);
    else {
      cursor.skipPieceOfText();
      value += cursor.text.slice(start, cursor.at);
    }
  }
  return value;
}

function unescaped(sequence: string): string {
  const [, kind = "", digits = ""] = /^\\(.)(.*)$/.exec(sequence) ?? [];
  if (digits === "") return ESCAPES[kind] ?? "";
  const point = Number.parseInt(digits, 16);
  return point > 0x10ffff ? "\ufffd" : String.fromCodePoint(point);
}

function heredocValue(expression: string): string | null {
  const [, dash, word = "", text = ""] = /^<<(-?)(\S+)[ \t]*\r?\n([\s\S]*)$/.exec(expression) ?? [];
  if (dash === undefined) return null;
  const lines = text.split("\n");
  if (lines.findIndex((line) => line.trim() === word) !== lines.length - 1) return null;
  const own = lines.slice(0, -1);
  const indents = own
    .filter((line) => line.trim() !== "")
    .map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const cut = dash === "-" && indents.length > 0 ? Math.min(...indents) : 0;
  return own.map((line) => `${line.slice(Math.min(cut, /^[ \t]*/.exec(line)?.[0].length ?? 0))}\n`).join("");
}

/** What stands in one pair of brackets that is all of the expression; null where there is more, or a `for`. */
function innerOf(expression: string, opening: string): HclCursor | null {
  if (!expression.startsWith(opening)) return null;
  const cursor = new HclCursor(expression);
  cursor.skipBrackets();
  const inner = new HclCursor(expression.slice(1, -1));
  inner.skipSpace(true);
  const isFor = /^for\b/.test(inner.text.slice(inner.at));
  return cursor.at < expression.length || isFor ? null : inner;
}

function listValue(expression: string): readonly unknown[] | null {
  const inner = innerOf(expression, "[");
  if (inner === null) return null;
  const items: unknown[] = [];
  while (inner.next !== "") {
    items.push(hclValue(inner.takeUntil(",").text));
    inner.take(/,/y);
    inner.skipSpace(true);
  }
  return items;
}

/** Null where a key is an expression: then only Terraform knows it. */
function mapValue(expression: string): Readonly<Record<string, unknown>> | null {
  const inner = innerOf(expression, "{");
  if (inner === null) return null;
  const entries: [string, unknown][] = [];
  while (inner.next !== "") {
    const quoted = inner.takeQuoted();
    const key = quoted === null ? inner.takeIdentifier() : unquoted(quoted);
    inner.skipSpace(false);
    if (key === null || inner.take(/[=:](?!=)/y) === null) return null;
    entries.push([key, hclValue(inner.takeUntil(",\n").text)]);
    inner.take(/,/y);
    inner.skipSpace(true);
  }
  return Object.fromEntries(entries);
}
