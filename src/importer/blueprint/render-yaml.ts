import { Document, isMap, isPair, isScalar, type ToStringOptions, visit, YAMLMap } from "yaml";
import type { Path } from "../../base/path.ts";
import type { Blueprint } from "../../blueprint/blueprint.generated.ts";
import type { Unplaced } from "../types/inventory.ts";
import type { Remark } from "./draft.ts";
import { LACKING_IDS, type LackingIds } from "./lacking-ids.ts";
import { plainText } from "./plain-text.ts";
import type { Section } from "./section.ts";

/** A blueprint and what its comments say. */
export interface Rendering {
  readonly blueprint: Section<Blueprint>;
  readonly remarks: readonly Remark[];
  readonly unplaced: readonly Unplaced[];
  readonly lackingIds: readonly LackingIds[];
  /** Addresses of what else is there, but whose id is not known. */
  readonly unknownIds: readonly string[];
  readonly vpcId: string;
}

const LAYOUT: ToStringOptions = { lineWidth: 0, indentSeq: true, flowCollectionPadding: true };
const LONGEST_COMMENT = 400;
/** Maps and lists that read best on one line. */
const ON_ONE_LINE = new Set([
  "addressPlan",
  "ami",
  "availabilityZones",
  "cidr",
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
  const { blueprint, remarks, vpcId } = rendering;
  const document = new Document(blueprint, { aliasDuplicateObjects: false });
  visit(document, {
    Scalar(key, node) {
      // An IPv6 block that is not quoted is a trap to the next reader.
      if (key === "value" && typeof node.value === "string" && node.value.includes(":"))
        node.type = "QUOTE_DOUBLE";
    },
    Pair(_, { key, value }) {
      const isFlat = isScalar(key) && ON_ONE_LINE.has(String(key.value)) && isShort(value);
      if (isFlat && (isMap(value) || isSeq(value))) value.flow = true;
    },
  });
  for (const [path, texts] of byPath(remarks)) comment(document, path, texts);
  document.commentBefore = lines(opening(vpcId));
  const end = closing(rendering);
  if (end.length > 0) document.comment = lines(end);
  return document.toString(LAYOUT);
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
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1));
  const last = path.at(-1);
  const pair = parent instanceof YAMLMap ? parent.items.find((item) => keyOf(item) === last) : undefined;
  if (isPair(pair) && isScalar(pair.key)) {
    const before = pair.key.commentBefore;
    pair.key.commentBefore = [...(before ? [before] : []), lines(texts)].join("\n");
  } else if (path.length > 1) comment(document, path.slice(0, -1), texts);
}

function keyOf(item: unknown): unknown {
  return isPair(item) && isScalar(item.key) ? item.key.value : undefined;
}

function opening(vpcId: string): readonly string[] {
  return [
    `Written by hextet import: ${vpcId} as it is, and with IPv6 as it is to be.`,
    "The blueprint describes where the migration goes; `migration.stage` at the end says how far it has come.",
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
    ...(rules.length === 0 ? [] : [`TODO: ${LACKING_IDS}`, ...rules]),
    ...(ids.length === 0
      ? []
      : ["TODO: these are there, but their ids for existing.import are not known:", ...ids]),
    ...(left.length === 0
      ? []
      : ["There, but not taken up by this blueprint; Terraform leaves it alone:", ...left]),
  ];
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => ` ${indentOf(text)}${plainText(text, LONGEST_COMMENT) ?? ""}`).join("\n");
}

function indentOf(text: string): string {
  return /^ */.exec(text)?.[0] ?? "";
}
