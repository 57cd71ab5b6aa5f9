import { InvalidArgumentError } from "commander";
import { oneOf } from "./one-of.ts";

/** What `-f` names: a format, and behind an equals sign the file that it goes into; null: standard output. */
export interface FormatTarget<Format extends string> {
  readonly format: Format;
  readonly file: string | null;
}

/** Reads `json` or `json=FILE`. Throws commander's `InvalidArgumentError`. */
export function formatTarget<Format extends string>(
  value: string,
  formats: readonly Format[],
): FormatTarget<Format> {
  const [name = ""] = value.split("=", 1);
  const format = oneOf(name, formats);
  if (value === name) return { format, file: null };
  const file = value.slice(name.length + 1);
  if (file === "") throw new InvalidArgumentError("There is no file behind the equals sign.");
  return { format, file };
}
