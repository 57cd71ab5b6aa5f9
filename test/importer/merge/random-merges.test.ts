import fc from "fast-check";
import { expect, test } from "vitest";
import { compareMerged } from "../../../src/cli/import/compare-merged.ts";
import { mergeValid } from "../../../src/cli/import/merge-valid.ts";
import { readOwned } from "../../../src/importer/merge/read-owned.ts";
import { readState } from "../../../src/importer/read-state.ts";
import type { Inventory } from "../../../src/importer/types/inventory.ts";
import { writeBlueprint } from "../../../src/importer/write-blueprint.ts";
import { compile } from "../../../src/pipeline.ts";
import { formatBlueprint } from "../../../src/reports/format/format-blueprint.ts";
import { isObject, listAt } from "../../support/json.ts";
import { randomState } from "../../support/random-vpc/vpc-problems.ts";

/** What stays in the part of a network that is imported first: without these there is hardly a network. */
const KEPT = ["aws_vpc", "aws_route_table", "aws_internet_gateway"];

/** The state without every fifth of its resources. */
function partOf(state: object): object {
  const resources = listAt(state, "values", "root_module", "resources");
  const part = resources.filter((one, index) => {
    const type = isObject(one) ? String(one["type"]) : "";
    return KEPT.includes(type) || index % 5 !== 0;
  });
  return { ...state, values: { root_module: { resources: part } } };
}

function inventoryOf(state: object): Inventory | null {
  const reading = readState(state, null);
  return "mistake" in reading ? null : reading.inventory;
}

function blueprintOf(inventory: Inventory): string {
  const { text } = writeBlueprint(inventory, "drawn");
  return formatBlueprint(text) ?? text;
}

const errorsIn = (text: string) =>
  compile([{ file: "it.yaml", text }], "2026-11-30").findings.filter(({ severity }) => severity === "error");

/** The text with the network merged into it; null where it is no blueprint. */
function mergedInto(text: string, inventory: Inventory) {
  const file = { file: "it.yaml", text };
  const owned = readOwned(file);
  if (owned === null) return null;
  const valid = mergeValid(file, owned, inventory);
  const { merged, findings, left } = valid;
  expect(findings.map(({ message }) => message)).toEqual([]);
  const compare = () => compareMerged(owned, inventory, valid);
  return { ...merged, left, text: merged.texts.get("it.yaml") ?? text, compare };
}

/** Holds that nothing differs; 1 where the stacks could be built and compared. */
async function comparedAlike(own: ReturnType<typeof mergedInto>): Promise<number> {
  const { told = [], compared = null } = (await own?.compare()) ?? {};
  expect([told, compared?.kept ?? [], compared?.onlyHere ?? []]).toEqual([[], [], []]);
  return compared === null ? 0 : 1;
}

test("a random network merged into its own blueprint is nothing new, and into that of a part of it stays valid", async () => {
  let added = 0;
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (gen) => {
      const state = randomState(gen);
      const [whole, part] = [inventoryOf(state), inventoryOf(partOf(state))];
      if (whole === null || part === null) return;
      const own = mergedInto(blueprintOf(whole), whole);
      expect([own?.added ?? [], own?.told ?? [], own?.left ?? []]).toEqual([[], [], []]);
      compared += await comparedAlike(own);
      const first = blueprintOf(part);
      if (errorsIn(first).length > 0) return;
      const more = mergedInto(first, whole);
      if (more === null) return;
      added += more.added.length;
      expect(errorsIn(more.text)).toEqual([]);
      expect(formatBlueprint(more.text)).toBe(more.text);
      expect(mergedInto(more.text, whole)?.added).toEqual([]);
      const lines = more.text.split("\n");
      // Lines are put in; of those that were there only lists of zones, blocks and rules on one line have grown.
      const gone = first.split("\n").filter((line) => !lines.includes(line));
      expect(gone.filter((line) => !/^ +(availabilityZones|ipv4Cidrs|egress): /.test(line))).toEqual([]);
    }),
    { numRuns: 14, seed: 68, endOnFailure: true },
  );
  expect(added).toBeGreaterThan(30);
  expect(compared).toBeGreaterThan(5);
});
