import type { Diagnostic } from "../../base/diagnostic.ts";
import { startsWith } from "../../base/path.ts";
import { placedAt } from "../../blueprint/placed.ts";
import { questionAt } from "../blueprint/questions.ts";
import { renderEntry, renderFlow } from "../blueprint/render-yaml.ts";
import type { Inventory } from "../types/inventory.ts";
import { type DraftedBlueprint, writeBlueprint } from "../write-blueprint.ts";
import { associationOf, findAstraySubnets, tellAstray, withItsTable } from "./astray-subnets.ts";
import { companionsOf } from "./companions.ts";
import { type Addition, findAdditions, idPath } from "./find-additions.ts";
import { findDifferences, findGone } from "./find-differences.ts";
import { type Insertion, insertItem, textsWith, type WrittenEntry } from "./insert.ts";
import { newTier, slotsLeft } from "./new-tier.ts";
import { knownIn, type Owned } from "./read-owned.ts";
import { growInto, plant, type Tree } from "./tree.ts";
import { listItems, zonesAfter } from "./zones-after.ts";

/** A network that is merged into a blueprint. */
export interface Merged {
  readonly drafted: DraftedBlueprint;
  /** What comes to the blueprint. */
  readonly added: readonly Addition[];
  /** New text by file, of the files that change. */
  readonly texts: ReadonlyMap<string, string>;
  /** What is gone, and what differs: nothing is written of it. */
  readonly told: readonly Diagnostic[];
  /** Places where nothing can be put in, such as below an alias. */
  readonly refused: readonly (readonly string[])[];
}

/** How a text becomes the form of `hextet fmt`. */
export type Format = (yaml: string) => string;

/**
 * Takes what is new in the network into the blueprint, by putting text in: what is there stays byte for byte. `without`
 * are addresses that are left out.
 */
export function mergeNetwork(
  owned: Owned,
  inventory: Inventory,
  format: Format,
  without: ReadonlySet<string> = new Set(),
): Merged {
  const known = knownIn(owned, inventory);
  const drafted = writeBlueprint(inventory, owned.blueprint.name, { known });
  const astray = findAstraySubnets(owned, inventory);
  const found = findAdditions(owned, drafted).filter(({ address }) => !without.has(address));
  const added = withItsTable(owned, astray, found);
  const refused: (readonly string[])[] = [];
  const tree = treeOf(owned, inventory, drafted, added);
  const write = (path: readonly string[], value: unknown) => writeEntry(drafted, format, path, value);
  const insertions = [
    ...growInto(owned.whole, tree, write, (path) => refused.push(path)),
    ...listItems(owned, added).flatMap(({ path, item }): readonly Insertion[] => {
      const list = placedAt(owned.whole, path);
      const insertion = list === null ? null : insertItem(list, item);
      if (insertion === null) refused.push(path);
      return insertion === null ? [] : [insertion];
    }),
  ];
  const told = [
    ...findGone(owned, drafted, new Set(astray.map(associationOf))),
    ...findDifferences(owned, drafted),
    ...astray.map((one) => tellAstray(owned, one)),
  ];
  return { drafted, added, texts: textsWith(insertions), told, refused };
}

function treeOf(
  owned: Owned,
  inventory: Inventory,
  drafted: DraftedBlueprint,
  added: readonly Addition[],
): Tree {
  const tree: Tree = new Map();
  const slots = slotsLeft(owned);
  const entries = new Map(
    added.flatMap(({ entry }) => (entry === null ? [] : [[entry.path.join("."), entry]])),
  );
  const byLength = [...entries.values()].sort((a, b) => a.path.length - b.path.length);
  for (const entry of byLength) {
    const isTier = entry.path[1] === "subnets" && entry.path.length === 3;
    plant(tree, entry.path, isTier ? newTier(owned, inventory, added, entry, slots) : entry.value);
    for (const { path, value } of companionsOf(owned, drafted, entry)) plant(tree, path, value);
  }
  for (const [tier, zones] of zonesAfter(owned, added))
    plant(tree, ["network", "subnets", tier, "availabilityZones"], zones);
  for (const one of added) plant(tree, idPath(one), one.id);
  return tree;
}

/** With the names in AWS beside it, and above it what is asked about it. */
function writeEntry(
  { beside, questions }: DraftedBlueprint,
  format: Format,
  path: readonly string[],
  value: unknown,
): WrittenEntry {
  const asked = questions.map((question) => ({
    path: ["network", question.kind, ...question.at],
    text: questionAt(question),
  }));
  const comments = {
    remarks: asked.filter((remark) => startsWith(remark.path, path)),
    beside: beside.filter((remark) => startsWith(remark.path, path)),
  };
  const lines = format(renderEntry(path, value, comments))
    .trimEnd()
    .split("\n");
  const depth = path.length - 1;
  const key = path.at(-1) ?? "";
  return {
    key,
    lines: lines.slice(depth).map((line) => line.slice(2 * depth)),
    flow: format(renderFlow(key, value)).trimEnd(),
  };
}
