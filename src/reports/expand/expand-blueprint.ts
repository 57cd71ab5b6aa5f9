import { Document, isMap, isScalar, isSeq, type Pair, parse, Scalar, visit } from "yaml";
import type { Blueprint } from "../../blueprint/blueprint.generated.ts";

const MARK = " default";

/**
 * The blueprint as YAML with every default of the schema written out: each key that the author left out ends in
 * `# default`. It is a blueprint again, and gives the same stack. `text` is what `blueprint` was read from.
 */
export function expandBlueprint(text: string, blueprint: Blueprint): string {
  const document = new Document(blueprint);
  document.commentBefore = " Every default is written out and marked: a line marked so may be deleted.";
  mark(document.contents, parse(text, { merge: true }));
  visit(document, { Scalar: (_, node) => quote(node) });
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

/** Marks in a node what the author's value at the same place lacks. */
function mark(node: unknown, written: unknown): void {
  if (isSeq(node)) for (const [index, item] of node.items.entries()) mark(item, childOf(written, index));
  if (!isMap(node)) return;
  for (const pair of node.items) {
    const value = childOf(written, keyOf(pair));
    if (value === undefined) markDefault(pair);
    else mark(pair.value, value);
  }
}

function markDefault({ key, value }: Pair): void {
  if (isMap(value) || isSeq(value)) value.flow = true;
  if (isMap(value) || isSeq(value) || isScalar(value)) value.comment = MARK;
  else if (isScalar(key)) key.comment = MARK;
}

/** Colons outside quotes are a trap in YAML, and a reader should not have to know which. */
function quote(node: Scalar): void {
  if (typeof node.value === "string" && node.value.includes(":") && !node.value.includes("\n"))
    node.type = Scalar.QUOTE_DOUBLE;
}

function childOf(value: unknown, step: string | number): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
  return (value as Record<string | number, unknown>)[step];
}

function keyOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : String(key);
}
