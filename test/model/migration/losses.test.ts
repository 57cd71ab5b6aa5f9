import { expect, test } from "vitest";
import { announcedBy } from "../../../src/model/migration/announced.ts";
import { isAnother, isEmpty, isLess } from "../../../src/model/migration/is-less.ts";
import { argumentAt, lossesOf } from "../../../src/model/migration/losses.ts";
import type { PlannedResource } from "../../../src/model/types/terraform-plan.ts";
import { plannedResource } from "../../support/planned-resource.ts";
import { stagesWith } from "../../support/terraform-plan.ts";

const planned = (address: string, before: object, after: object, more: Partial<PlannedResource> = {}) =>
  plannedResource(address, { action: "update", before, after, afterUnknown: {}, ...more });
const lost = (resource: PlannedResource) =>
  lossesOf(resource).map(({ held, names }) => [held.what, ...names]);

test.each([
  [{ a: 1 }, "a", 1],
  [{ a: { b: 2 } }, "a.b", 2],
  [{ a: [{ b: 3 }] }, "a.b", 3],
  [{ a: [{ b: 4 }, { b: 5 }] }, "a.b", [4, 5]],
  [{ a: [{ b: [{ c: 6 }] }] }, "a.b.c", 6],
  [{ a: { b: { c: 7 } } }, "a.b.c", 7],
  [{ a: [] }, "a.b", undefined],
  [{ a: "text" }, "a.b", undefined],
  [null, "a", undefined],
])("an argument is found by its dotted name: %j %s", (values, name, expected) => {
  expect(argumentAt(values, name)).toEqual(expected);
});

test("only a resource that stays loses something", () => {
  const before = { ipv6_cidr_block: "2001:db8::/64" };
  expect(lost(planned("aws_subnet.a", before, { ipv6_cidr_block: null }))).toEqual([
    ["IPv6 block", "ipv6_cidr_block"],
  ]);
  expect(lost(planned("aws_subnet.a", before, {}, { action: "delete" }))).toEqual([]);
  expect(lost(planned("aws_subnet.a", before, {}, { action: "replace" }))).toEqual([]);
});

test.each([true, [true], [false, true], [{ block: true }], { block: true }, { one: false, other: true }])(
  "a block that becomes unknown is another block, %j",
  (unknown) => {
    const subnet = { ipv6_cidr_block: "2001:db8::/64" };
    const another = { afterUnknown: { ipv6_cidr_block: unknown } };
    expect(lost(planned("aws_subnet.a", subnet, subnet, another))).toEqual([
      ["IPv6 block", "ipv6_cidr_block"],
    ]);
    const none = { ipv6_cidr_block: "" };
    expect(lost(planned("aws_subnet.a", none, none, another))).toEqual([]);
    const groups = { afterUnknown: { vpc_security_group_ids: unknown } };
    expect(lost(planned("aws_instance.a", { vpc_security_group_ids: ["sg-1"] }, {}, groups))).toEqual([]);
  },
);

test.each([false, [], [false], {}, { block: false }, { block: [] }])(
  "what is known is compared, %j",
  (unknown) => {
    const more = { afterUnknown: { vpc_security_group_ids: unknown } };
    expect(lost(planned("aws_instance.a", { vpc_security_group_ids: ["sg-1"] }, {}, more))).toEqual([
      ["security groups, and with them their rules", "vpc_security_group_ids"],
    ]);
  },
);

test("a switch in a block of the state is read there", () => {
  const before = { metadata_options: [{ http_protocol_ipv6: "enabled" }] };
  const after = { metadata_options: [{ http_protocol_ipv6: "disabled" }] };
  expect(lost(planned("aws_instance.a", before, after))).toEqual([
    ["IMDS over IPv6", "metadata_options.http_protocol_ipv6"],
  ]);
  expect(lost(planned("aws_instance.a", after, before))).toEqual([]);
});

test.each([
  [1, 1, false],
  [2, 1, true],
  [1, 2, false],
  [1, "1", true],
  [0, null, false],
  ["x", "x", false],
  ["x", "y", true],
  ["ipv4", "dualstack", false],
  ["dualstack", "ipv4", true],
  ["dualstack", "other", true],
  ["disabled", "enabled", false],
  [true, false, true],
  [false, true, false],
  [["a"], ["b", "a"], false],
  [["a", "b"], ["a"], true],
  [["a"], null, true],
  [[], null, false],
  [[{ from_port: 1, description: "old" }], [{ from_port: 1, description: "new" }], false],
  [[{ from_port: 1 }], [{ from_port: 2 }], true],
])("what %j gave is less with %j: %s", (before, after, expected) => {
  expect(isLess(before, after)).toBe(expected);
});

test.each([
  [null, null, false],
  [null, -1, false],
  [-1, undefined, false],
  ["", null, false],
  [8, 8, false],
  [null, 8, true],
  [-1, 8, true],
  [8, -1, true],
  [80, 443, true],
  [443, 80, true],
  ["igw-1", "nat-1", true],
  ["igw-1", "", true],
])("where every other value is a loss, %j with %j: %s", (before, after, expected) => {
  expect(isAnother(before, after)).toBe(expected);
  const rule = "aws_vpc_security_group_egress_rule.a";
  expect(lost(planned(rule, { from_port: before }, { from_port: after }))).toEqual(
    expected ? [["rule as it was", "from_port"]] : [],
  );
});

test("of what is exact a stage announces another value in either direction, and a list that stays the same announces nothing", () => {
  const takesOf = (name: string, before: unknown, after: unknown) => {
    const changes = [{ address: "aws_route.a", arguments: [{ name, before, after }] }];
    const moves = stagesWith({ routes: { changes } }).map((stage) => ({ stage, back: false }));
    return [...(announcedBy(moves).takes.get("aws_route.a") ?? [])];
  };
  expect(takesOf("gateway_id", "igw-1", "igw-2")).toEqual(["gateway_id"]);
  expect(takesOf("gateway_id", undefined, "igw-2")).toEqual(["gateway_id"]);
  expect(takesOf("gateway_id", "igw-1", "igw-1")).toEqual([]);
});

test("nothing is given by nothing, by a word for nothing and by an empty list", () => {
  for (const value of [undefined, null, "", false, 0, [], "disabled", "disable", "false"])
    expect([value, isEmpty(value)]).toEqual([value, true]);
  for (const value of ["no word", "toString", "enabled", true, 1, [""], {}])
    expect([value, isEmpty(value)]).toEqual([value, false]);
});

test.each([
  ["a word for nothing where nothing was written", undefined, "disabled", true],
  ["so it is of null", null, "disabled", true],
  ["nothing where nothing was", undefined, undefined, false],
  ["null where nothing was", undefined, null, false],
  ["a word that gives where nothing was written", undefined, "enabled", false],
  ["a word for nothing after a word that gives", "enabled", "disabled", true],
  ["the same word", "disabled", "disabled", false],
  ["a word that gives after a word for nothing", "disabled", "enabled", false],
  ["nothing after a word that gives", "enabled", undefined, true],
])("what a move takes: %s", (_, before, after, expected) => {
  const changes = (was: unknown, is: unknown) => [
    {
      address: "aws_instance.web",
      arguments: [
        { name: "metadata_options", before: block(was), after: block(is) },
        { name: "instance_type", before: "m3.large", after: "m5.large" },
      ],
    },
  ];
  const takes = (was: unknown, is: unknown, back: boolean) =>
    announcedBy(stagesWith({ routes: { changes: changes(was, is) } }).map((stage) => ({ stage, back })))
      .takes;
  const names = expected ? ["metadata_options"] : [];
  expect([...(takes(before, after, false).get("aws_instance.web") ?? [])]).toEqual(names);
  expect([...(takes(after, before, true).get("aws_instance.web") ?? [])]).toEqual(names);
});

/** As Terraform's configuration has it: what is left out is not there. */
function block(value: unknown): object {
  return value === undefined ? {} : { http_protocol_ipv6: value };
}

test("of several arguments that hold one thing, that which changes is asked", () => {
  const changes = [
    {
      address: "aws_vpc.main",
      arguments: [
        { name: "ipv6_netmask_length", before: 56, after: 60 },
        { name: "ipv6_ipam_pool_id", before: "ipam-pool-1", after: undefined },
      ],
    },
  ];
  const [move] = stagesWith({ import: { changes } }).map((stage) => ({ stage, back: false }));
  expect([...(announcedBy(move === undefined ? [] : [move]).takes.get("aws_vpc.main") ?? [])]).toEqual([
    "ipv6_ipam_pool_id",
  ]);
});

test("what is imported is left where it is on the way back", () => {
  const imports = [{ path: [], address: "aws_vpc.main", id: "vpc-0abc" }];
  const [stage] = stagesWith({ import: { imports } });
  if (stage === undefined) throw new Error("there is no stage");
  expect([...announcedBy([{ stage, back: false }]).imports]).toEqual(["aws_vpc.main"]);
  expect([...announcedBy([{ stage, back: true }]).imports]).toEqual([]);
});
