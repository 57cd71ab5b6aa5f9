import { isMap, isScalar, isSeq, parseDocument, Scalar } from "yaml";
import type { Diagnostic } from "../../base/diagnostic.ts";
import { readBlueprint } from "../../blueprint/read-blueprint.ts";
import { blueprintSchema, resolve, type Schema } from "../../blueprint/schema.ts";
import { needsQuotes } from "./needs-quotes.ts";

/**
 * The text of a blueprint in one form: two spaces for each level, one inside braces, no line broken that was not, and
 * quotes around what YAML 1.1 or 1.2 reads as something else than a text. Comments and blank lines stay. Null when the
 * text cannot be read as YAML. Formatted again it stays the same. Its data is the same too, but for what the schema wants as a
 * text: `1.30` becomes `"1.30"`.
 */
export function formatBlueprint(text: string): string | null {
  const { diagnostics } = readBlueprint("", text);
  if (diagnostics.some(isUnreadable)) return null;
  const document = parseDocument(text, { uniqueKeys: false });
  quoteIn(document.contents, blueprintSchema);
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

/** Numbers that were meant as texts are what quotes are for. */
function isUnreadable({ rule, severity }: Diagnostic): boolean {
  return severity === "error" && rule.startsWith("yaml/") && rule !== "yaml/number";
}

function quoteIn(node: unknown, schema: Schema): void {
  if (isScalar(node)) quote(node, schema);
  if (isSeq(node)) for (const item of node.items) quoteIn(item, resolve(schema.items ?? {}));
  if (!isMap(node)) return;
  for (const { key, value } of node.items) quoteIn(value, childOf(schema, isScalar(key) ? key.value : ""));
}

function childOf({ properties = {}, additionalProperties }: Schema, key: unknown): Schema {
  const fixed = Object.hasOwn(properties, String(key)) ? properties[String(key)] : undefined;
  return resolve(fixed ?? (additionalProperties || {}));
}

function quote(node: Scalar, schema: Schema): void {
  if (node.type !== Scalar.PLAIN) return;
  if (typeof node.value !== "string") {
    if (schema.type !== "string" || node.value === null || node.source === undefined) return;
    // As it was written: of 1.30 the number has lost the zero, of 0123 its meaning.
    node.value = node.source;
  }
  if (needsQuotes(String(node.value))) node.type = Scalar.QUOTE_DOUBLE;
}
