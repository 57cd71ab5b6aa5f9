import { Document, isMap, isPair, isScalar, type Pair, type ToStringOptions, visit, YAMLMap } from "yaml";
import type { Path } from "../../base/path.ts";
import type { Blueprint } from "../../blueprint/blueprint.generated.ts";
import type { Unplaced } from "../types/inventory.ts";
import { commentLines, commentOnLine } from "./comment-lines.ts";
import type { Remark } from "./draft.ts";
import { LACKING_IDS, type LackingIds, UNKNOWN_IDS } from "./lacking-ids.ts";
import type { Section } from "./section.ts";
import { todoWords } from "./todos.ts";

/** A blueprint and what its comments say. */
export interface Rendering {
  readonly blueprint: Section<Blueprint>;
  readonly remarks: readonly Remark[];
  /** Comments on the line of the key itself. */
  readonly beside: readonly Remark[];
  /** The file beside that holds `existing`; null: this one does. */
  readonly idsFile: string | null;
  readonly unplaced: readonly Unplaced[];
  readonly lackingIds: readonly LackingIds[];
  /** Addresses of what else is there, but whose id is not known. */
  readonly unknownIds: readonly string[];
  readonly vpcId: string;
}

const LAYOUT: ToStringOptions = { lineWidth: 0, indentSeq: true, flowCollectionPadding: true };
/** Maps and lists that read best on one line. */
const ON_ONE_LINE = new Set([
  "addressPlan",
  "ami",
  "availabilityZones",
  "cidr",
  "existing",
  "from",
  "gateway",
  "ipv4Cidrs",
  "ipv6",
  "ipv6Numbers",
  "metadata",
  "ports",
  "securityGroups",
  "subnets",
  "target",
  "to",
]);

/** The blueprint as YAML. Comments and values may hold what strangers wrote: each comment stays on its line. */
export function renderYaml(rendering: Rendering): string {
  const { blueprint, remarks, beside } = rendering;
  const document = laidOut(blueprint);
  for (const [path, texts] of byPath(remarks)) comment(document, path, texts);
  for (const { path, text } of beside) commentBeside(document, path, text);
  document.commentBefore = commentLines(opening(rendering));
  const end = closing(rendering);
  if (end.length > 0) document.comment = commentLines(end);
  return document.toString(LAYOUT);
}

/** The file of ids that a blueprint includes, as YAML. */
export function renderIds(sections: object, name: string): string {
  const document = laidOut(sections);
  document.commentBefore = commentLines([
    `What ${name} takes over: Terraform addresses in its stack, and the ids that terraform import takes for them.`,
  ]);
  return document.toString(LAYOUT);
}

/** One entry of a blueprint with the maps around it, as YAML: each of these is one line before the entry. */
export function renderEntry(
  path: Path,
  value: unknown,
  { remarks, beside }: Pick<Rendering, "beside" | "remarks">,
): string {
  const around = [...path].reverse().reduce((inner, key) => ({ [key]: inner }), value);
  const document = laidOut(Object(around));
  for (const [at, texts] of byPath(remarks)) comment(document, at, texts);
  for (const { path: at, text } of beside) commentBeside(document, at, text);
  return document.toString(LAYOUT);
}

/** The same on one line, without the maps around it. */
export function renderFlow(key: string, value: unknown): string {
  const document = laidOut({ [key]: value });
  visit(document, {
    Collection(depth, node) {
      if (depth !== null) node.flow = true;
    },
  });
  return document.toString(LAYOUT);
}

function laidOut(sections: object): Document {
  const document = new Document(sections, { aliasDuplicateObjects: false });
  visit(document, {
    Scalar(key, node) {
      // An IPv6 block that is not quoted is a trap to the next reader.
      if (key === "value" && typeof node.value === "string" && node.value.includes(":"))
        node.type = "QUOTE_DOUBLE";
    },
    Pair(_, { key, value }) {
      const name = isScalar(key) ? String(key.value) : "";
      const isFlat = name === "include" || (ON_ONE_LINE.has(name) && isShort(value));
      if (isFlat && (isMap(value) || isSeq(value))) value.flow = true;
    },
  });
  return document;
}

function isSeq(node: unknown): node is { flow?: boolean; items: unknown[] } {
  return typeof node === "object" && node !== null && "items" in node && !isMap(node);
}

/** Maps of maps with names of their own, such as `subnets` of a network, are long. */
function isShort(node: unknown): boolean {
  if (isSeq(node)) return true;
  return (
    isMap(node) &&
    node.items.every(({ value }) => isScalar(value) || (isMap(value) && value.items.length === 0))
  );
}

function byPath(remarks: readonly Remark[]): ReadonlyMap<Path, readonly string[]> {
  const paths = new Map<string, { path: Path; texts: string[] }>();
  for (const { path, text } of remarks) {
    const one = paths.get(JSON.stringify(path)) ?? { path, texts: [] };
    one.texts.push(text);
    paths.set(JSON.stringify(path), one);
  }
  return new Map([...paths.values()].map(({ path, texts }) => [path, texts]));
}

/** Above the key; a key that was not written has its comment above the nearest map around it. */
function comment(document: Document, path: Path, texts: readonly string[]): void {
  const pair = pairAt(document, path);
  if (isPair(pair) && isScalar(pair.key)) {
    const before = pair.key.commentBefore;
    pair.key.commentBefore = [...(before ? [before] : []), commentLines(texts)].join("\n");
  } else if (path.length > 1) comment(document, path.slice(0, -1), texts);
}

/** Behind the key, or behind its value where that stands on the same line. */
function commentBeside(document: Document, path: Path, text: string): void {
  const pair = pairAt(document, path);
  const beside = isScalar(pair?.value) ? pair.value : pair?.key;
  if (isScalar(beside)) beside.comment = commentOnLine(text);
}

function pairAt(document: Document, path: Path): Pair | undefined {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1));
  const last = path.at(-1);
  return parent instanceof YAMLMap ? parent.items.find((item) => keyOf(item) === last) : undefined;
}

function keyOf(item: unknown): unknown {
  return isPair(item) && isScalar(item.key) ? item.key.value : undefined;
}

function opening({ vpcId, idsFile }: Rendering): readonly string[] {
  const ids = idsFile === null ? "above the comments at the end" : `in ${idsFile}`;
  return [
    `Written by hextet import: ${vpcId} as it is, and with IPv6 as it is to be.`,
    "The blueprint describes where the migration goes; `migration.stage` says how far it has come.",
    `A comment beside a name tells the name in AWS and its id; the ids of all that is taken over stand ${ids}.`,
    "First settle every TODO, and read what is not taken up at the end of this file.",
    "The stage import must change nothing: where its plan shows a change, correct this blueprint.",
  ];
}

function closing({ unplaced, lackingIds, unknownIds }: Rendering): readonly string[] {
  const rules = lackingIds.flatMap(({ words, addresses }) => [
    `  ${words}`,
    ...addresses.map((address) => `    ${address}`),
  ]);
  const ids = unknownIds.map((address) => `  ${address}`);
  const left = unplaced.map(
    ({ kind, id, detail }) => `  ${kind} ${id}${detail === null ? "" : `: ${detail}`}`,
  );
  return [
    ...(rules.length === 0 ? [] : [todoWords(LACKING_IDS), ...rules]),
    ...(ids.length === 0 ? [] : [todoWords(UNKNOWN_IDS), ...ids]),
    ...(left.length === 0
      ? []
      : ["There, but not taken up by this blueprint; Terraform leaves it alone:", ...left]),
  ];
}
