import { describe, expect, it } from "vitest";
import { callOf, compareAddresses, typeAt, withoutKeys } from "../../../src/importer/adopt/addresses.ts";
import { handoverBlocks } from "../../../src/importer/adopt/handover-blocks.ts";
import { shareOut } from "../../../src/importer/adopt/share-out.ts";
import {
  draftOf,
  networkModulePlan,
  oldPlanOf,
  type PlanJson,
  planWith,
} from "../../support/network-module.ts";

function sharesOf(plan: PlanJson) {
  const old = oldPlanOf(plan);
  const draft = draftOf(old);
  return { old, draft, shares: shareOut(old.managed, draft) };
}

describe("addresses", () => {
  it.each([
    ["aws_vpc.this", "aws_vpc.this", "aws_vpc", ""],
    ["module.vpc.aws_vpc.this[0]", "module.vpc.aws_vpc.this", "aws_vpc", "module.vpc"],
    [
      'module.a["x"].module.b[3].aws_subnet.s["k"]',
      "module.a.module.b.aws_subnet.s",
      "aws_subnet",
      'module.a["x"]',
    ],
    // Keys may hold anything, brackets and dots and quotes too, as Terraform escapes them.
    ['aws_subnet.s["a].b[\\"0\\"].$${x}\\n\\\\"]', "aws_subnet.s", "aws_subnet", ""],
    ['module.m["\\\\"].aws_eip.e["]"]', "module.m.aws_eip.e", "aws_eip", 'module.m["\\\\"]'],
  ])("%s without keys is %s", (address, keyless, type, call) => {
    expect(withoutKeys(address)).toBe(keyless);
    expect(typeAt(address)).toBe(type);
    expect(callOf(address)).toBe(call);
  });

  it("are sorted as people count", () => {
    const sorted = ["a.b[10]", "a.b[9]", "a.a"].sort(compareAddresses);
    expect(sorted).toEqual(["a.a", "a.b[9]", "a.b[10]"]);
  });
});

describe("shareOut", () => {
  it("puts every resource into one list", () => {
    const { old, draft, shares } = sharesOf(networkModulePlan());
    const all = [...shares.given, ...shares.referred, ...shares.left].map(({ resource }) => resource.address);
    expect(all.sort()).toEqual(old.managed.map(({ address }) => address).sort());
    expect(new Set(shares.given.map(({ to }) => to))).toEqual(new Set(draft.taken.keys()));
    expect([shares.given.length, shares.unknown]).toEqual([29, []]);
  });

  it("says what the new stack imports and nothing is counted for", () => {
    const { old, draft } = sharesOf(networkModulePlan());
    const taken = new Map([...draft.taken, ["aws_subnet.ghost_a", "subnet-0123456789abcdef0"]]);
    expect(shareOut(old.managed, { ...draft, taken }).unknown).toEqual(["aws_subnet.ghost_a"]);
  });

  it("leaves a rule that stands for several, whose ids nobody knows, and says what to do", () => {
    const plan = networkModulePlan();
    for (const module of plan.prior_state?.values.root_module.child_modules ?? [])
      for (const { type, values } of module.resources)
        if (type === "aws_security_group_rule")
          Object.assign(values, {
            cidr_blocks: ["10.30.0.0/16", "10.31.0.0/16"],
            security_group_rule_id: "",
          });
    const { shares } = sharesOf(plan);
    const rules = shares.left.filter(({ resource }) => resource.type === "aws_security_group_rule");
    expect(rules).toHaveLength(2);
    for (const { why } of rules) expect(why).toContain("--region <region>");
  });

  it("takes an attachment along with the gateway", () => {
    const id = networkModulePlan().prior_state?.values.root_module.child_modules?.[0]?.resources.find(
      ({ type }) => type === "aws_internet_gateway",
    )?.values["id"];
    const attachment = {
      address: "aws_internet_gateway_attachment.it",
      type: "aws_internet_gateway_attachment",
      values: { id: "igw:vpc", internet_gateway_id: id },
    };
    const { shares } = sharesOf(planWith(attachment));
    const found = shares.given.find(({ resource }) => resource.address === attachment.address);
    expect(found).toMatchObject({ to: "aws_internet_gateway.main", isImported: false });
  });

  it("leaves the VPC where the blueprint only refers to it", () => {
    const plan = networkModulePlan();
    for (const { type, values } of plan.prior_state?.values.root_module.child_modules?.[0]?.resources ?? [])
      if (type === "aws_vpc") {
        values["ipv6_cidr_block"] = "2001:db8::/56";
        values["ipv6_ipam_pool_id"] = "ipam-pool-0123456789abcdef0";
      }
    const { shares, draft } = sharesOf(plan);
    expect(draft.referred.has("aws_vpc.main")).toBe(true);
    expect(shares.referred.map(({ resource }) => resource.type)).toEqual([
      ...Array.from({ length: 4 }, () => "aws_subnet"),
      "aws_vpc",
    ]);
    expect(shares.given).toHaveLength(24);
  });
});

describe("handoverBlocks", () => {
  it("forget without destroying, once for all instances", () => {
    const { old, shares } = sharesOf(networkModulePlan());
    const { json, removed, moved, stateRm } = handoverBlocks(shares, old, false);
    expect([removed, moved, stateRm]).toEqual([17, 0, []]);
    expect(json).toHaveProperty("removed.13", {
      from: "module.vpc.aws_subnet.private",
      lifecycle: { destroy: false },
    });
    expect(JSON.stringify(json)).not.toContain("default_security_group");
  });

  it("leave to a command what is not whole", () => {
    const plan = networkModulePlan();
    // A third instance, of another VPC.
    const other = { id: "subnet-0fffffffffffffff0", vpc_id: "vpc-0fffffffffffffff0" };
    plan.prior_state?.values.root_module.child_modules?.[0]?.resources.push({
      address: 'module.vpc.aws_subnet.public["it\'s"]',
      mode: "managed",
      type: "aws_subnet",
      values: other,
    });
    plan.resource_changes.push({
      address: 'module.vpc.aws_subnet.public["it\'s"]',
      change: { actions: ["no-op"] },
    });
    const { old, shares } = sharesOf(plan);
    const blocks = handoverBlocks(shares, old, false);
    expect(blocks.stateRm).toEqual(["module.vpc.aws_subnet.public[0]", "module.vpc.aws_subnet.public[1]"]);
    expect(blocks.removed).toBe(16);
  });

  it("are none for a Terraform that does not know them", () => {
    const { old, shares } = sharesOf({ ...networkModulePlan(), terraform_version: "1.5.7" });
    const blocks = handoverBlocks(shares, old, false);
    expect([blocks.json, blocks.stateRm.length]).toEqual([null, 29]);
  });

  it("move within one state, with keys as Terraform escapes them; another type is imported", () => {
    const { old, shares } = sharesOf(networkModulePlan());
    const { json, removed, moved } = handoverBlocks(shares, old, true);
    expect([removed, moved]).toEqual([1, 27]);
    expect(json).toMatchObject({
      removed: [{ from: "module.vpc.aws_security_group_rule.in", lifecycle: { destroy: false } }],
      moved: expect.arrayContaining([
        { from: 'module.vpc.aws_security_group.this["web \\"front\\""]', to: "aws_security_group.shop-443" },
        {
          from: 'module.vpc.aws_security_group.this["cost in $${euros}"]',
          to: "aws_security_group.shop-8443",
        },
      ]),
    });
  });

  it("say nothing of what keeps its address, and move aside what stands where another goes", () => {
    const { old, shares } = sharesOf(networkModulePlan());
    const named = (to: string, address: string) => {
      const one = shares.given.find((given) => given.to === to);
      if (one === undefined) throw new Error(`nothing goes to ${to}`);
      return { ...one, resource: { ...one.resource, address } };
    };
    const given = [
      named("aws_vpc.main", "aws_vpc.main"),
      named("aws_subnet.shop-private_a", "aws_subnet.shop-private_b"),
      named("aws_subnet.shop-private_b", "aws_subnet.shop-private_a"),
    ];
    const left = [
      { resource: named("aws_vpc.main", "aws_subnet.shop-private_a-handed-over").resource, why: "other" },
    ];
    const { json, moved, staying, stateMv } = handoverBlocks({ ...shares, given, left }, old, true);
    expect([moved, staying]).toEqual([2, 1]);
    expect(stateMv).toEqual([
      { from: "aws_subnet.shop-private_b", to: "aws_subnet.shop-private_b-handed-over" },
      { from: "aws_subnet.shop-private_a", to: "aws_subnet.shop-private_a-handed-over-handed-over" },
    ]);
    expect(json).toMatchObject({
      moved: [
        { from: "aws_subnet.shop-private_b-handed-over", to: "aws_subnet.shop-private_a" },
        { from: "aws_subnet.shop-private_a-handed-over-handed-over", to: "aws_subnet.shop-private_b" },
      ],
    });
  });
});
