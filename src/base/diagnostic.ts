import type { Path } from "./path.ts";

/** error: refused by AWS or Terraform, or packets will not flow. warning: advice. note: the facts do not say. */
export type Severity = "error" | "warning" | "note";

/** A place in a blueprint: the file as a whole, a value found by path (its key or the value itself), or a range of the text. */
export type Location =
  | { readonly kind: "file" }
  | { readonly kind: "path"; readonly path: Path; readonly part: "key" | "value" }
  | { readonly kind: "range"; readonly start: number; readonly end: number };

/** One mistake or piece of advice, as every stage reports it: where it is, not yet in lines and columns. */
export interface Diagnostic {
  /** The rule's id, such as `dns64-without-nat64-route` or `schema/unknown-key`. */
  readonly rule: string;
  readonly severity: Severity;
  /** One line, starting in lower case, without a full stop. */
  readonly message: string;
  readonly at: Location;
  /** What to write instead; null when there is no single best answer. */
  readonly hint: string | null;
}

/** The file as a whole: no line of it is meant. */
export const THE_FILE: Location = { kind: "file" };

/** The location of the value at a path; where the author left it out, its nearest written ancestor is shown. */
export function atValue(path: Path): Location {
  return { kind: "path", path, part: "value" };
}

/** The location of the key that names the value at a path. */
export function atKey(path: Path): Location {
  return { kind: "path", path, part: "key" };
}

/** The location of a stretch of the text, in UTF-16 offsets, `end` exclusive. */
export function atRange(start: number, end: number): Location {
  return { kind: "range", start, end };
}

/** True when at least one of the diagnostics stops the next stage. */
export function hasErrors(diagnostics: readonly { readonly severity: Severity }[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}
