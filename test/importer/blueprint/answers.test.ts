import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Answers } from "../../../src/importer/blueprint/answers.ts";
import { writeBlueprint } from "../../../src/importer/write-blueprint.ts";
import { compile } from "../../../src/pipeline.ts";
import { cidr, entry, group, instance, inventoryWith, rule, table } from "../../support/inventory.ts";
import { at } from "../../support/json.ts";

const PEERING = "pcx-0a1b2c3d4e5f60001";
const INVENTORY = inventoryWith({
  routeTables: [
    table("rtb-01", ["subnet-01"], [["0.0.0.0/0", "igw-01"]]),
    table(
      "rtb-02",
      ["subnet-02"],
      [
        ["0.0.0.0/0", "nat-01"],
        ["10.20.0.0/16", PEERING],
      ],
    ),
  ],
  networkAcls: [
    {
      id: "acl-01",
      name: "dmz",
      isDefault: false,
      subnetIds: ["subnet-01"],
      entries: [entry(100, "6", "10.20.0.0/16", { ports: { from: 443, to: 443 } })],
    },
  ],
  securityGroups: [
    group("sg-01", "web", [
      rule("sgr-01", "tcp", 443, cidr("10.20.0.0/16")),
      rule("sgr-02", "tcp", 22, cidr("203.0.113.0/24")),
      rule("sgr-03", "tcp", 8080, { kind: "prefix-list", id: "pl-01" }),
    ]),
  ],
  instances: [
    instance("i-01", "old", { subnetId: "subnet-02", securityGroupIds: ["sg-01"], instanceType: "m3.large" }),
  ],
  prefixLists: [{ id: "pl-01", name: "offices", family: "ipv4" }],
});

/** The blueprint with the answers, valid, and its TODOs. */
function answered(said: Partial<Answers>) {
  const answers = { twins: new Map(), withoutIpv6: [], types: new Map(), ...said };
  const { text } = writeBlueprint(INVENTORY, null, { answers });
  const { findings } = compile([{ file: "it.yaml", text }], "2026-11-30");
  expect(findings.filter(({ severity }) => severity === "error").map(({ message }) => message)).toEqual([]);
  const todos = text.split("\n").filter((line) => line.includes("# TODO"));
  return { blueprint: parse(text), todos, rules: findings.map(({ rule: id }) => id) };
}

describe("what the owner says", () => {
  test("is asked for when nothing is said", () => {
    expect(answered({}).todos).toHaveLength(4);
  });

  test("of the block behind an IPv4 block stands beside all that names it, and its questions are gone", () => {
    const { blueprint, todos } = answered({
      twins: new Map([["10.20.0.0/16", { peer: "2001:db8:20::/48" }]]),
    });
    const network = (...path: readonly string[]) => at(blueprint, "network", ...path);
    expect(network("routes", "private", "to-10-20-0-0-16-ipv6")).toEqual({
      destination: "2001:db8:20::/48",
      target: { vpcPeeringConnectionId: PEERING },
    });
    expect(network("networkAcls", "dmz", "ingress", "rule-100-ipv6")).toEqual({
      ruleNumber: 101,
      protocol: "tcp",
      cidr: { cidrIpv6: "2001:db8:20::/48" },
      ports: { from: 443, to: 443 },
    });
    expect(network("securityGroups", "web", "ingress", "https-ipv6")).toEqual({
      protocol: "tcp",
      ports: 443,
      from: { cidrIpv6: "2001:db8:20::/48" },
    });
    expect(todos).toEqual([
      expect.stringContaining("# TODO: m3.large has no IPv6"),
      expect.stringContaining(
        "# TODO: security group rules for IPv4 alone. What is the IPv6 twin of these 2?",
      ),
    ]);
  });

  test("of all questions leaves none, and what has no twin is accepted with the reason", () => {
    const { blueprint, todos, rules } = answered({
      twins: new Map<string, { peer: string } | { reason: string }>([
        ["10.20.0.0/16", { reason: "the partner has no IPv6" }],
        ["203.0.113.0/24", { reason: "the office has none" }],
        ["prefix list pl-01 (offices)", { peer: "pl-02" }],
      ]),
      types: new Map([["old", "m6i.large"]]),
    });
    expect(todos).toEqual([]);
    expect(at(blueprint, "accept")).toEqual([
      {
        rule: "security-group-ipv4-without-ipv6-twin",
        at: "network.securityGroups.web.ingress.https",
        reason: "the partner has no IPv6",
      },
      {
        rule: "security-group-ipv4-without-ipv6-twin",
        at: "network.securityGroups.web.ingress.ssh",
        reason: "the office has none",
      },
    ]);
    expect(at(blueprint, "network", "securityGroups", "web", "ingress", "tcp-8080-ipv6", "from")).toEqual({
      prefixListId: "pl-02",
    });
    expect(at(blueprint, "compute", "instances", "old", "instanceType")).toBe("m6i.large");
    expect(at(blueprint, "migration", "before", "instanceTypes", "old")).toBe("m3.large");
    expect(rules).not.toContain("blueprint/unused-acceptance");
  });

  test("of tiers takes IPv6 from them", () => {
    const { blueprint } = answered({ withoutIpv6: ["public"] });
    expect(at(blueprint, "network", "subnets", "public")).toMatchObject({ addressing: "ipv4-only" });
    expect(at(blueprint, "network", "subnets", "public", "slot")).toBeUndefined();
  });

  test("reaches messages of ICMP and ways through NAT, and says where ICMPv6 has nothing like it", () => {
    const icmp = (id: string, type: number, code: number) => ({
      ...rule(id, "icmp", [type, code], cidr("10.20.0.0/16")),
    });
    const inventory = {
      ...INVENTORY,
      routeTables: [
        table("rtb-01", ["subnet-01"], [["0.0.0.0/0", "igw-01"]]),
        table("rtb-02", ["subnet-02"], [["10.20.0.0/16", "nat-01"]]),
      ],
      networkAcls: [
        {
          id: "acl-01",
          name: "dmz",
          isDefault: false,
          subnetIds: ["subnet-01"],
          entries: [
            entry(100, "1", "10.20.0.0/16", { icmp: { type: 8, code: -1 } }),
            entry(110, "1", "10.20.0.0/16", { icmp: { type: 13, code: 0 } }),
            ...Array.from({ length: 10 }, (_, index) =>
              entry(120 + index, "6", "10.20.0.0/16", { ports: { from: 443, to: 443 } }),
            ),
            entry(200, "1", "0.0.0.0/0", { icmp: { type: 13, code: -1 } }),
          ],
        },
      ],
      securityGroups: [
        group("sg-01", "web", [icmp("sgr-01", 8, -1), icmp("sgr-02", 3, 4), icmp("sgr-03", 13, -1)]),
      ],
      instances: [],
    };
    const answers = {
      twins: new Map([["10.20.0.0/16", { peer: "2001:db8:20::/48" }]]),
      withoutIpv6: [],
      types: new Map(),
    };
    const { text, questions, unwritten } = writeBlueprint(inventory, null, { answers });
    const blueprint = parse(text);
    const acl = at(blueprint, "network", "networkAcls", "dmz", "ingress");
    expect(at(acl, "rule-100-ipv6")).toEqual({
      ruleNumber: 101,
      protocol: 58,
      cidr: { cidrIpv6: "2001:db8:20::/48" },
      icmpType: 128,
      icmpCode: -1,
    });
    const rules = Object.values(Object(at(blueprint, "network", "securityGroups", "web", "ingress")));
    expect(rules.filter((one) => at(one, "from", "cidrIpv6") !== undefined)).toEqual([
      { protocol: "icmpv6", icmpType: 2, icmpCode: 0, from: { cidrIpv6: "2001:db8:20::/48" } },
      { protocol: "icmpv6", icmpType: 128, from: { cidrIpv6: "2001:db8:20::/48" } },
    ]);
    expect(at(blueprint, "network", "routes", "private", "to-10-20-0-0-16-ipv6")).toEqual({
      destination: "2001:db8:20::/48",
      target: { egressOnlyInternetGateway: {} },
    });
    expect(text.match(/# ICMPv6 has no message like type 13 of ICMP\.\n/g)).toHaveLength(3);
    expect(questions.map(({ at: place }) => place.join("."))).toEqual(
      unwritten.map(({ question }) => question.at.join(".")),
    );
    expect(unwritten.map(({ why }) => why)).toContain("no number is left right behind its own");
    const errors = compile([{ file: "it.yaml", text }], "2026-11-30").findings.filter(
      ({ severity }) => severity === "error",
    );
    expect(errors.map(({ message }) => message)).toEqual([]);
  });
});
