import { Document, isMap, isScalar, isSeq, type Pair, parseDocument, Scalar, visit } from "yaml";
import { invariant } from "../../base/invariant.ts";
import type { Blueprint } from "../../blueprint/blueprint.generated.ts";
import type { BlueprintReading } from "../../blueprint/read-blueprint.ts";
import type { Network } from "../../model/types/network.ts";
import { formatBlueprint } from "../format/format-blueprint.ts";
import { derivedValues } from "./derived-values.ts";
import { keepComments } from "./keep-comments.ts";

const MARK = " default";
const HEAD = " Every default is written out and marked: a line marked so may be deleted.";

/**
 * The blueprint as YAML with every default written out, those of the schema and those that the model derives: each key
 * that the author left out ends in `# default`. The author's comments stay. It is a blueprint again, and gives the same
 * stack. `text` is what `blueprint` was read from, `written` what stands there; `network` is null where it has mistakes: then
 * nothing is derived.
 */
export function expandBlueprint(
  text: string,
  {
    blueprint,
    references,
    written,
  }: Pick<BlueprintReading, "references" | "written"> & { readonly blueprint: Blueprint },
  network: Network | null,
): string {
  const document = new Document(blueprint);
  for (const { path, source } of references) document.setIn(path, document.createNode(source));
  if (network !== null) writeDerived(document, network);
  keepComments(document, parseDocument(text));
  if (!text.includes(`#${HEAD}`)) {
    const own = document.commentBefore;
    document.commentBefore = own == null ? HEAD : `${HEAD}\n${own}`;
  }
  mark(document.contents, written);
  visit(document, {
    Scalar: (_, node) => quote(node),
    // Also what an earlier expansion has marked.
    Collection: (_, node) => {
      if (node.comment === MARK) node.flow = true;
    },
  });
  const expanded = formatBlueprint(document.toString({ lineWidth: 0 }));
  invariant(expanded !== null, "an expanded blueprint is no YAML");
  return expanded;
}

function writeDerived(document: Document, network: Network): void {
  for (const { path, value } of derivedValues(network)) {
    if (!document.hasIn(path)) document.setIn(path, document.createNode(value));
  }
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
