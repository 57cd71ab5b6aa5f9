import { atValue, type Diagnostic } from "../base/diagnostic.ts";
import { nearest } from "../base/nearest.ts";
import { formatPath } from "../base/path.ts";
import { type Mistake, shapeError, violates } from "./mistake.ts";
import { type Schema, takesNothing } from "./schema.ts";
import { actualWords, expectedWords, shown, yamlOf } from "./value-words.ts";

/** A value of the wrong type: nothing else is said about it. */
export function explainType({ path, value, schema }: Mistake): Diagnostic {
  const message = `expected ${expectedWords(schema)} in ${formatPath(path)}, got ${actualWords(value)}`;
  return shapeError(
    "schema/wrong-type",
    atValue(path),
    message,
    typeHint({ path, value, schema, errors: [] }),
  );
}

function typeHint({ value, schema }: Mistake): string | null {
  if (takesNothing(schema)) return "write {}";
  if (value === null) return "write a value, or leave the key out";
  if (schema.type === "boolean") return booleanHint(value);
  if (schema.type === "array") return typeof value === "object" ? null : `write [${yamlOf(value)}]`;
  if (schema.type === "integer") return integerHint(value);
  if (isNumberOrRange(schema)) return integerHint(value) ?? rangeHint(value);
  if (schema.type === "string" && typeof value !== "object") return `quote it: "${String(value)}"`;
  return null;
}

function booleanHint(value: unknown): string | null {
  const word = String(value).toLowerCase();
  if (["yes", "on", "true"].includes(word)) return "write true";
  return ["no", "off", "false"].includes(word) ? "write false" : null;
}

function integerHint(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const digits = value.replaceAll(/[_,]/g, "");
  return /^(0|[1-9]\d*)$/.test(digits) ? `write ${digits}` : null;
}

/** True for ports: one number, or a map of two. */
function isNumberOrRange({ type, properties }: Schema): boolean {
  return (
    Array.isArray(type) && type.includes("integer") && Object.keys(properties ?? {}).join() === "from,to"
  );
}

function rangeHint(value: unknown): string | null {
  const [, from, to] = /^\s*(\d{1,5})\s*(?:-|:|\.\.|\u2013)\s*(\d{1,5})\s*$/.exec(String(value)) ?? [];
  return from === undefined || to === undefined ? null : `write { from: ${Number(from)}, to: ${Number(to)} }`;
}

/** A string or a number which the schema refuses: only what is most telling. */
export function explainScalar(mistake: Mistake): readonly Diagnostic[] {
  const { value } = mistake;
  if (violates(mistake, "enum") || violates(mistake, "const")) return [explainChoice(mistake)];
  if (typeof value === "number") return [explainRange(mistake)];
  // The words for a form tell its length too.
  const hasForm = violates(mistake, "pattern") || violates(mistake, "format");
  return [hasForm ? explainForm(mistake) : explainLength(mistake)];
}

function explainChoice({ path, value, schema }: Mistake): Diagnostic {
  const values = schema.enum ?? (schema.const === undefined ? [] : [schema.const]);
  const expected = values.length === 1 ? String(values[0]) : `one of ${values.join(", ")}`;
  const meant = typeof value === "string" ? nearest(value, values.map(String)) : null;
  const message = `expected ${expected} in ${formatPath(path)}, got ${shown(value)}`;
  return shapeError(
    "schema/not-one-of",
    atValue(path),
    message,
    meant === null ? null : `did you mean "${meant}"?`,
  );
}

function explainRange({ path, value, schema }: Mistake): Diagnostic {
  const { minimum, maximum } = schema;
  const message = `expected a number from ${minimum} to ${maximum} in ${formatPath(path)}, got ${shown(value)}`;
  return shapeError("schema/out-of-range", atValue(path), message);
}

function explainLength(mistake: Mistake): Diagnostic {
  const { path, value, schema } = mistake;
  const length = typeof value === "string" ? [...value].length : 0;
  const isLong = violates(mistake, "maxLength");
  const limit = isLong ? `at most ${schema.maxLength}` : `at least ${schema.minLength}`;
  const message = `expected ${limit} characters in ${formatPath(path)}, got ${length}`;
  return shapeError(isLong ? "schema/too-long" : "schema/too-short", atValue(path), message);
}

function explainForm({ path, value, schema }: Mistake): Diagnostic {
  const says = schema["x-hextet-says"] ?? "it has another form";
  return shapeError(
    "schema/pattern",
    atValue(path),
    `${shown(value)} does not fit ${formatPath(path)}: ${says}`,
  );
}
