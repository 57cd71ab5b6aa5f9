import { describe, expect, test } from "vitest";
import type { Path } from "../../src/base/path.ts";
import { readState } from "../../src/importer/read-state.ts";
import type { Inventory } from "../../src/importer/types/inventory.ts";
import { writeBlueprint } from "../../src/importer/write-blueprint.ts";
import { leavesOf, valueAt, withValueAt } from "../support/blueprint-leaves.ts";
import { IMPORTED_SHOP } from "../support/imported-shop.ts";

/** What is read and does not come out of this inventory, and why. */
const SILENT: Readonly<Record<string, string>> = {
  "vpc.ipv4Blocks.*.associationId": "only an additional block is imported, by this id",
  "vpc.dhcpOptionsId": "the readers look for the options, and list them",
  "routeTables.*.name": "a table is named after its tier",
  "routeTables.*.isMain": "it tells the table of subnets without one, and here each has one",
  "routeTables.*.routes.*.isPropagated":
    "it leaves a route to a virtual private gateway out, and here is none",
  "internetGateways.*.name": "there is one",
  "networkAcls.*.entries.*.ports": "none stands for all",
  "networkAcls.*.entries.*.icmp": "none stands for all",
  "securityGroups.*.name": "groupName goes before the tag",
  "securityGroups.*.rules.*.ports": "none stands for all",
  "databaseSubnetGroups.*.name": "its id is its name",
  "databases.*.name": "its id is its name",
  "instances.*.privateAddress":
    "it tells which targets of a group are instances, and here no target is an address",
  "addresses.*.name": "an Elastic IP is named after its instance",
};

const WORDS = ["deny", "required", "optional", "ipv4", "ipv6", "DUAL", "IPV4", "8081"];

/** The shop, with route tables for all its subnets and a network ACL of its own, so that nothing is left out. */
function shop(): Inventory {
  const resources = Object.entries(IMPORTED_SHOP).map(([address, values]) => {
    const [type, name] = address.split(".");
    return { address, mode: "managed", type, name, values };
  });
  const reading = readState({ values: { root_module: { resources } } }, null);
  if (!("inventory" in reading)) throw new Error("the shop cannot be read");
  const { inventory } = reading;
  const told = new Set(inventory.routeTables.flatMap(({ subnets }) => subnets));
  const untold = inventory.subnets.map(({ id }) => id).filter((id) => !told.has(id));
  const [first, ...rest] = inventory.routeTables.toSorted((a, b) => (a.id < b.id ? 1 : -1));
  if (first === undefined) throw new Error("the shop has no route table");
  return {
    ...inventory,
    routeTables: [...rest, { ...first, subnets: [...first.subnets, ...untold] }],
    networkAcls: inventory.networkAcls.map((acl) => ({ ...acl, isDefault: false })),
    // The load balancer of the shop does not say in which VPC it stands.
    others: [],
  };
}

function othersThan(value: unknown): readonly unknown[] {
  if (typeof value === "boolean") return [!value];
  if (typeof value === "number") return [value + 1];
  if (typeof value === "string")
    return [`${value}x`, nextDigit(value), ...WORDS].filter((one) => one !== value);
  return ["x", 1];
}

function nextDigit(text: string): string {
  return text.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));
}

const inventory = shop();
const before = JSON.stringify(writeBlueprint(inventory, null));

function comesOut(path: Path): boolean {
  return othersThan(valueAt(inventory, path)).some((value) => {
    const changed = withValueAt(inventory, path, value) as Inventory;
    try {
      return JSON.stringify(writeBlueprint(changed, null)) !== before;
    } catch {
      return false; // no value that could be there
    }
  });
}

const paths = leavesOf(inventory);
const kindOf = (path: Path) => path.map((step) => (typeof step === "number" ? "*" : step)).join(".");
const kinds = [...new Set(paths.map(kindOf))];

describe("what import reads", () => {
  test("is much, and all of it is in the blueprint", () => {
    expect(kinds.length).toBeGreaterThan(100);
    expect(writeBlueprint(inventory, null).unplaced).toEqual([]);
    expect(Object.keys(SILENT).filter((kind) => !kinds.includes(kind))).toEqual([]);
  });

  test.each(kinds)("%s comes out", (kind) => {
    const shown = paths.filter((path) => kindOf(path) === kind).some(comesOut);
    expect(shown).toBe(SILENT[kind] === undefined);
  });
});
