import {
  isMap,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  Scalar,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import type { Diagnostic } from "../../base/diagnostic.ts";
import { readBlueprint } from "../../blueprint/read-blueprint.ts";
import { blueprintSchema, resolve, type Schema } from "../../blueprint/schema.ts";
import { needsQuotes } from "./needs-quotes.ts";
import { partComments } from "./part-comments.ts";

/**
 * The text of a blueprint in one form, as people write it: two spaces for each level, `{ a: 1 }` and `[a, b]` where
 * they stood on one line, block style where they did not, and quotes around what YAML 1.1 or 1.2 reads as something else
 * than a text. Comments and blank lines stay where they are. Null when the text cannot be read as YAML. Formatted again it stays the same. Its data is the same too, but for what the schema wants as a
 * text: `1.30` becomes `"1.30"`.
 */
export function formatBlueprint(text: string): string | null {
  const { diagnostics } = readBlueprint("", text);
  if (diagnostics.some(isUnreadable)) return null;
  const document = parseDocument(text, { uniqueKeys: false });
  partComments(document, text);
  quoteIn(document.contents, blueprintSchema);
  visit(document, {
    Map: (_, map) => lay(map, " ", text),
    Seq: (_, list) => lay(list, "", text),
    Pair: (_, pair) => keepBesideKey(pair, text),
  });
  return document.toString({ lineWidth: 0 });
}

/** `{ a: 1 }`, but `[a, b]`: the writer of YAML has one padding for both, and would join what an author has broken. */
function lay(collection: YAMLMap | YAMLSeq, flowCollectionPadding: string, text: string): void {
  const [start = 0, end = 0] = collection.range ?? [];
  if (text.slice(start, end).includes("\n")) collection.flow = false;
  const write = collection.toString.bind(collection);
  collection.toString = (context, ...rest) =>
    write(context && { ...context, flowCollectionPadding }, ...rest);
}

/** A comment behind `app:` is about app. The writer of YAML would put it on a line of its own below. */
function keepBesideKey({ key, value }: Pair, text: string): void {
  if (!isScalar(key) || !(isMap(value) || isSeq(value)) || value.flow === true) return;
  const [, end] = key.range ?? [];
  if (end === undefined || !/^[ \t]*:[ \t]+#/.test(text.slice(end))) return;
  const [beside, ...below] = (value.commentBefore ?? "").split("\n");
  key.comment = beside ?? null;
  value.commentBefore = below.length === 0 ? null : below.join("\n");
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
