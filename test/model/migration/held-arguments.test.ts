import { describe, expect, test } from "vitest";
import { type AddressArguments, addressArguments } from "../../../src/aws/address-arguments.ts";
import { argumentChanges } from "../../../src/aws/argument-changes.generated.ts";
import { judgePlan } from "../../../src/model/migration/judge-plan.ts";
import { readPlan } from "../../../src/model/migration/read-plan.ts";
import { STAGES, type StageId } from "../../../src/model/types/migration.ts";
import { sampleStages } from "../../support/sample-migration.ts";
import { markChange, type PlannedChange, planJson } from "../../support/terraform-plan.ts";
import { HOLDS_NOTHING } from "./holds-nothing.ts";

const held = new Set(addressArguments.flatMap(({ type, names }) => names.map((name) => `${type}.${name}`)));

/** Arguments that the provider changes in place, or takes away in place. */
const inPlace = Object.entries(argumentChanges)
  .filter(([, { change, unset }]) => change === "update" || (change !== "replace" && unset === "update"))
  .map(([name]) => name);

/** An address, a block, a rule or a way that no plan of any stage may take without a word. */
describe("what a plan may change in place", () => {
  test("holds addresses, blocks, rules and ways as the guard knows them, or none, for a reason that is written down", () => {
    const reasons = new Map(
      Object.entries(HOLDS_NOTHING).flatMap(([why, names]) => names.map((name) => [name, why])),
    );
    const isSaid = (name: string) => {
      const [type = "", ...argument] = name.split(".");
      // A block is held where one of its arguments is.
      const isPart = [...held].some((one) => one.startsWith(`${name}.`) || name.startsWith(`${one}.`));
      return (
        held.has(name) ||
        isPart ||
        reasons.has(argument.join(".")) ||
        reasons.has(`${type}.${argument.join(".")}`)
      );
    };
    expect(inPlace.length).toBeGreaterThan(200);
    expect(inPlace.filter((name) => !isSaid(name))).toEqual([]);
  });

  test("has no reason twice, and none for what the guard knows", () => {
    const names = Object.values(HOLDS_NOTHING).flat();
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(names.filter((name) => held.has(name))).toEqual([]);
  });
});

/** Every way on which a plan may go: staying, one stage forwards, one back, and the beginning. */
const MOVES: readonly (readonly [StageId | null, StageId])[] = STAGES.flatMap((stage, index) => {
  const next = STAGES[index + 1];
  const both =
    next === undefined
      ? []
      : ([
          [stage, next],
          [next, stage],
        ] as const);
  return [[stage, stage] as const, [null, stage] as const, ...both];
});

const EVERYTHING = [
  ...new Set([
    ...sampleStages.flatMap(({ adds, imports }) => [...adds, ...imports].map(({ address }) => address)),
    "terraform_data.migration",
  ]),
];

/** Those of the changes of which nothing is said that would stop the plan. */
function letThrough(
  changes: readonly PlannedChange[],
  from: StageId | null,
  to: StageId,
): readonly PlannedChange[] {
  const json = planJson([markChange(from, to), ...changes], EVERYTHING);
  const { plan } = readPlan(Buffer.from(JSON.stringify(json)));
  if (plan === null) throw new Error("no plan");
  const { findings } = judgePlan(plan, { name: "shop", stage: to, stages: sampleStages });
  const errors = findings.filter(({ severity }) => severity === "error");
  const stopped = new Set(errors.map(({ message }) => message.split(" ", 1)[0]));
  return changes.filter(({ address }) => !stopped.has(address));
}

/** A value of the argument, and others that give less: none, another, a part. Of either family where there is one. */
function lossesOf(
  { isExact }: AddressArguments,
  name: string,
): readonly (readonly [before: unknown, after: unknown])[] {
  const word = /ip_address_type$|network_type$|dns_record_ip_type$/.test(name);
  if (isExact === true) {
    if (/_port$/.test(name))
      return [
        [443, 80],
        [80, 443],
        [443, null],
        [null, 8],
      ];
    return [
      ["one", null],
      ["one", "another"],
      [null, "one"],
      ["192.0.2.0/24", "192.0.2.0/25"],
      ["2001:db8::/48", "2001:db8::/64"],
    ];
  }
  if (word)
    return [
      ["dualstack", "ipv4"],
      ["dualstack", "ipv6"],
      ["dualstack", null],
      ["DUAL", "IPV4"],
      ["dual_stack", "ipv4"],
    ];
  if (/_count$|length$/.test(name))
    return [
      [2, 1],
      [2, 0],
      [2, null],
    ];
  if (/http_protocol_ipv6|ipv6_support/.test(name))
    return [
      ["enabled", "disabled"],
      ["enable", "disable"],
      ["enabled", null],
    ];
  if (
    /^assign_|^map_|primary_ipv6|publicly|assign_public|associate_public|allowed_for|_access$|_default_route_table_/.test(
      name,
    )
  )
    return [
      [true, false],
      [true, null],
    ];
  if (/ipv6_cidr_block$|pool_id$|^instance$|^network_interface$/.test(name))
    return [
      ["2001:db8::/56", null],
      ["2001:db8::/56", "2001:db8:1::/56"],
      ["2001:db8::/56", ""],
    ];
  return [
    [["192.0.2.1", "2001:db8::1"], ["192.0.2.1"]],
    [["192.0.2.1", "2001:db8::1"], ["2001:db8::1"]],
    [["192.0.2.1"], ["192.0.2.2"]],
    [["2001:db8::1"], []],
    [[{ cidr: "192.0.2.0/24", description: "a" }], [{ cidr: "192.0.2.0/25", description: "a" }]],
  ];
}

/** The value at a dotted name, as a state has it: blocks are lists. */
function valued(name: string, value: unknown): object {
  const [first = "", ...rest] = name.split(".");
  return rest.length === 0 ? { [first]: value } : { [first]: [valued(rest.join("."), value)] };
}

/** Each held argument removed, replaced and narrowed, of resources that no stage announces. */
const losses: readonly PlannedChange[] = addressArguments
  .flatMap((one) =>
    one.names.flatMap((name) =>
      lossesOf(one, name).map(([before, after]) => ({
        type: one.type,
        actions: ["update"],
        before: valued(name, before),
        after: valued(name, after),
      })),
    ),
  )
  .map(({ type, ...change }, index) => ({ ...change, address: `${type}.guarded_${index}` }));

const ends: readonly PlannedChange[] = [...new Set(addressArguments.map(({ type }) => type))].flatMap(
  (type) =>
    [["delete"], ["delete", "create"], ["create", "delete"]].map((actions, index) => ({
      address: `${type}.guarded_${index}`,
      actions,
      before: {},
    })),
);

describe("no move takes what no stage announces", () => {
  test("there are many things to take", () => {
    expect(losses.length).toBeGreaterThan(250);
    expect(MOVES).toHaveLength(38);
  });

  test.each(MOVES)("from %s to %s: nothing is removed, replaced or narrowed", (from, to) => {
    expect(letThrough(losses, from, to)).toEqual([]);
  });

  test.each(MOVES)("from %s to %s: nothing is destroyed or made anew", (from, to) => {
    expect(letThrough(ends, from, to)).toEqual([]);
  });
});
