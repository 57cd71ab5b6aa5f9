import { stringify } from "yaml";
import type { Path } from "../../src/base/path.ts";

/** A text and the offset in it where the cursor stands. */
export interface Edited {
  readonly text: string;
  readonly cursor: number;
}

const HERE = "@here@";

/** Every text quoted, every list and map on lines of its own: no two places are on one line by accident. */
export const ONE_PLACE_A_LINE = {
  lineWidth: 0,
  aliasDuplicateObjects: false,
  defaultStringType: "QUOTE_DOUBLE",
  defaultKeyType: "PLAIN",
} as const;

/** A text with nothing but the value at a path, and what it lies in. */
export function textWith(path: Path, value: unknown): string {
  return stringify(around(path, value), ONE_PLACE_A_LINE);
}

/** The cursor behind `typed` on a line of its own inside what stands at the path: where a key can be written. */
export function inside(path: Path, typed = ""): Edited {
  const last = path.at(-1);
  return last === undefined || typeof last === "number"
    ? atValue(path, typed)
    : withCursor(path, (line) => {
        const head = line.replace(` "${HERE}"`, "");
        const indent = " ".repeat(head.search(/[^ -]/) + 2);
        return [`${head}\n${indent}${typed}`, ""];
      });
}

/** The cursor behind `typed` where the value at the path is written. */
export function atValue(path: Path, typed = ""): Edited {
  return path.length === 0
    ? { text: typed, cursor: typed.length }
    : withCursor(path, (line) => [line.replace(`"${HERE}"`, typed), ""]);
}

/** The text with what an editor inserts at the cursor, in place of `typed`; nothing is filled into its holes. */
export function inserted({ text, cursor }: Edited, snippet: string): string {
  const plain = snippet.replace(/\$\{\d+:((?:\\.|[^}\\])*)\}|\$\{\d+\}|\$\d+/g, (_, filled = "") => filled);
  const indent = /[^\n]*$/.exec(text.slice(0, cursor))?.[0].replace(/[^ ].*$/, "") ?? "";
  const lines = plain.replace(/\\([$}\\])/g, "$1").replaceAll("\n", `\n${indent}`);
  return text.slice(0, cursor) + lines + text.slice(cursor);
}

function withCursor(path: Path, write: (line: string) => readonly [string, string]): Edited {
  const text = textWith(path, HERE);
  const line = text.split("\n").find((one) => one.includes(HERE));
  if (line === undefined) throw new Error(`nowhere to write in\n${text}`);
  const start = text.indexOf(line);
  const [before, after] = write(line);
  return { text: text.replace(line, before + after), cursor: start + before.length };
}

function around(path: Path, value: unknown): unknown {
  return path.reduceRight<unknown>(
    (inner, step) => (typeof step === "number" ? [inner] : { [step]: inner }),
    value,
  );
}
