import { describe, expect, test } from "vitest";
import { mergeNetwork } from "../../../src/importer/merge/merge-network.ts";
import { readOwned } from "../../../src/importer/merge/read-owned.ts";
import type { FoundRouteTable } from "../../../src/importer/types/inventory.ts";
import { writeBlueprint } from "../../../src/importer/write-blueprint.ts";
import { formatBlueprint } from "../../../src/reports/format/format-blueprint.ts";
import { inventoryWith, subnet, table } from "../../support/inventory.ts";

const MAIN = table("rtb-00", [], []);
const PUBLIC = table("rtb-01", ["subnet-01"], [["0.0.0.0/0", "igw-01"]]);
const leaving = (id: string, subnets: readonly string[]) =>
  table(id, [...subnets], [["0.0.0.0/0", "nat-01"]]);

function networkOf(routeTables: readonly FoundRouteTable[]) {
  const subnets = [
    subnet("subnet-01", "Public", "a", 0),
    subnet("subnet-02", "Private", "a", 1),
    subnet("subnet-03", "Private", "b", 2),
  ];
  return inventoryWith({ subnets, routeTables: [...routeTables] });
}

function merge(
  before: readonly FoundRouteTable[],
  now: readonly FoundRouteTable[],
  edit: (text: string) => string = (text) => text,
) {
  const { text: drafted } = writeBlueprint(networkOf(before), null, { idsFile: null });
  const format = (yaml: string) => formatBlueprint(yaml) ?? yaml;
  const text = edit(format(drafted));
  const owned = readOwned({ file: "shop.yaml", text, included: new Map() });
  if (owned === null) throw new Error("not readable");
  const merged = mergeNetwork(owned, networkOf(now), format);
  const { told } = merged;
  return {
    texts: [...merged.texts],
    added: merged.added.map(({ address, id }) => `${address} ${id}`),
    told: told.map(({ message }) => message),
    lines: told.map(({ at }) => text.split("\n")[(owned.source.locate(at)?.line ?? 0) - 1]?.trim()),
    left: merged.drafted.unplaced,
  };
}

const usedApart = (id: string) => ({
  kind: "route table",
  id,
  detail: "private_a uses it, and its tier has another table in the blueprint",
});

describe("a subnet of the blueprint that got another route table in AWS", () => {
  test("of its own stays in its tier, and neither its association nor a route is written", () => {
    const { texts, told, left } = merge([MAIN, PUBLIC], [MAIN, PUBLIC, leaving("rtb-03", ["subnet-02"])]);
    expect(texts).toEqual([]);
    expect(told).toEqual(["private_a is routed by rtb-00 here and by rtb-03 in AWS"]);
    expect(left).toEqual([usedApart("rtb-03")]);
  });

  test("of another tier is told: it is open to the internet", () => {
    const open = table("rtb-01", ["subnet-01", "subnet-02"], [["0.0.0.0/0", "igw-01"]]);
    const { texts, told, left } = merge([MAIN, PUBLIC], [MAIN, open]);
    expect(texts).toEqual([]);
    expect(told).toEqual(["private_a is routed by rtb-00 here and by rtb-01 in AWS"]);
    expect(left).toEqual([]);
  });

  test("in place of the one that the blueprint takes over is told once", () => {
    const { texts, told, left } = merge(
      [MAIN, PUBLIC, leaving("rtb-03", ["subnet-02", "subnet-03"])],
      [MAIN, PUBLIC, leaving("rtb-03", ["subnet-03"]), leaving("rtb-04", ["subnet-02"])],
    );
    expect(texts).toEqual([]);
    expect(told).toEqual(["private_a is routed by rtb-03 here and by rtb-04 in AWS"]);
    expect(left).toEqual([usedApart("rtb-04")]);
  });

  test("keeps its line where the blueprint refers to it", () => {
    const open = table("rtb-01", ["subnet-01", "subnet-02"], [["0.0.0.0/0", "igw-01"]]);
    const { lines } = merge([MAIN, PUBLIC], [MAIN, open], (text) =>
      text
        .replace(/^ +aws_subnet\.private_a: .*\n/m, "")
        .replace(/^( +)import:\n/m, "$1reference:\n$1  aws_subnet.private_a: subnet-02\n$&"),
    );
    expect(lines).toContainEqual("aws_subnet.private_a: subnet-02");
  });

  test("with its whole tier brings nothing of that table", () => {
    const { texts, told } = merge(
      [MAIN, PUBLIC],
      [MAIN, PUBLIC, leaving("rtb-03", ["subnet-02", "subnet-03"])],
    );
    expect(texts).toEqual([]);
    expect(told).toEqual([
      'network.subnets.private.internet is "none" here and "egress-only" in AWS',
      'network.subnets.private.natGateway is not said here and "nat" in AWS',
      'network.vpc.existing.import["aws_route_table.private"] is "rtb-00" here and "rtb-03" in AWS',
      "private_a is routed by rtb-00 here and by rtb-03 in AWS",
      "private_b is routed by rtb-00 here and by rtb-03 in AWS",
    ]);
  });
});

test("a route that came to a table which the stack has made is taken over", () => {
  const peered = table("rtb-02", ["subnet-02", "subnet-03"], [["10.20.0.0/16", "pcx-0a1b2c3d4e5f60001"]]);
  const own = table("rtb-02", ["subnet-02", "subnet-03"], []);
  const { added } = merge([MAIN, PUBLIC, own], [MAIN, PUBLIC, peered], (text) =>
    text.replace("stage: import", "stage: security").replace(/^ +aws_route_table\.private: .*\n/m, ""),
  );
  expect(added.filter((line) => line.startsWith("aws_route."))).toEqual([
    "aws_route.private_to-10-20-0-0-16 rtb-02_10.20.0.0/16",
  ]);
});
