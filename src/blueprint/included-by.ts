import { parseYaml } from "./parse.ts";
import { isMap } from "./placed.ts";
import { readPlainData } from "./plain-data.ts";
import { blueprintSchema } from "./schema.ts";

const FORM = new RegExp(blueprintSchema.definitions?.["includedFile"]?.pattern ?? "^$", "u");

/** True for a path that a blueprint may include; of others the schema says what is wrong. */
export function mayBeIncluded(name: string): boolean {
  return FORM.test(name);
}

/** The files that a blueprint's text says it includes, as it calls them. Never throws. */
export function includedBy(text: string): readonly string[] {
  if (!text.includes("include")) return [];
  const clean = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const { document } = parseYaml(clean);
  const whole = document === null ? null : readPlainData(document, clean).value;
  const include = isMap(whole) ? whole["include"] : null;
  return isMap(include) ? Object.keys(include).filter(mayBeIncluded) : [];
}
