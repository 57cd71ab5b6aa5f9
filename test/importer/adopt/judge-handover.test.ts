import { describe, expect, it } from "vitest";
import { type HandoverPlans, judgeHandover } from "../../../src/importer/adopt/judge-handover.ts";
import { shareOut } from "../../../src/importer/adopt/share-out.ts";
import type { PlannedResource, TerraformPlan } from "../../../src/model/types/terraform-plan.ts";
import { draftOf, networkModulePlan, oldPlanOf } from "../../support/network-module.ts";
import { plannedResource } from "../../support/planned-resource.ts";

const BEFORE = oldPlanOf(networkModulePlan());
const SHARES = shareOut(BEFORE.managed, draftOf(BEFORE));
const SUBNET = "module.vpc.aws_subnet.private[0]";
const TAKEN = "aws_subnet.shop-private_a";

function planOf(resources: readonly PlannedResource[]): TerraformPlan {
  return { resources, configured: null, errored: false, complete: true };
}

/** Everything forgotten that is given, the rest as it is. */
const OLD = planOf([
  ...SHARES.given.map(({ resource }) =>
    plannedResource(resource.address, { action: "forget", before: resource.raw }),
  ),
  ...SHARES.left.map(({ resource }) =>
    plannedResource(resource.address, { before: resource.raw, after: resource.raw }),
  ),
]);

/** Everything imported that is given; a rule of the older kind as one of the newer. */
const NEW = planOf([
  ...SHARES.given.map(({ resource, to }) => {
    const after = to.startsWith("aws_vpc_security_group_ingress_rule")
      ? { id: resource.raw["security_group_rule_id"] }
      : resource.raw;
    return plannedResource(to, { importing: true, before: after, after });
  }),
  plannedResource("terraform_data.migration", { action: "create" }),
]);

function judged(more: Partial<HandoverPlans> = {}) {
  return judgeHandover({ before: BEFORE, old: OLD, new: NEW, allowed: [], ...more });
}

/** The plan with one resource otherwise; null: without it. */
function edited(plan: TerraformPlan, address: string, more: Partial<PlannedResource> | null): TerraformPlan {
  const resources = plan.resources.flatMap((one) =>
    one.address !== address ? [one] : more === null ? [] : [{ ...one, ...more }],
  );
  return { ...plan, resources };
}

function told(more: Partial<HandoverPlans>) {
  return judged(more).findings.map(({ rule, side, message }) => `${side} ${rule}: ${message}`);
}

describe("judgeHandover", () => {
  it("follows each resource to its new owner", () => {
    expect(judged()).toEqual({
      findings: [],
      total: 33,
      handedOver: 29,
      kept: 4,
      givenUp: [],
      keptThough: [],
    });
  });

  it.each([
    ["old", "delete"],
    ["old", "replace"],
    ["old", "replace-and-forget"],
  ] as const)("refuses an %s plan with %s", (_, action) => {
    expect(told({ old: edited(OLD, SUBNET, { action }) })).toEqual([
      expect.stringMatching(
        /^old adopt\/destroys: module\.vpc\.aws_subnet\.private\[0\] \(subnet-\w+\) would be destroyed$/,
      ),
    ]);
  });

  it("refuses that what stays is destroyed, and that the new plan destroys", () => {
    const stays = "module.vpc.aws_default_security_group.this[0]";
    expect(told({ old: edited(OLD, stays, { action: "delete" }) })).toHaveLength(1);
    const wrong = planOf([...NEW.resources, plannedResource("aws_eip.old", { action: "delete" })]);
    expect(told({ new: wrong })).toEqual([
      "new adopt/destroys: aws_eip.old would be destroyed by the new plan",
    ]);
  });

  it("refuses the plan of the old configuration as that of the new one, and takes one that has gone on", () => {
    const same = BEFORE.managed.map(({ address, raw }) =>
      plannedResource(address, { before: raw, after: raw }),
    );
    const other = plannedResource("aws_eip.other", { action: "create" });
    for (const old of [OLD, null])
      for (const resources of [same, [...same, other]])
        expect(told({ old, new: planOf(resources) })).toEqual([
          "new adopt/not-the-new-plan: this is not the plan of the new configuration: it leaves everything at its old address",
        ]);
    const mark = plannedResource("terraform_data.migration");
    expect(told({ old: null, new: planOf([...same, mark]) })).toEqual([]);
  });

  it("refuses what one side keeps and the other takes", () => {
    const [finding] = told({ old: edited(OLD, SUBNET, { action: "no-op" }) });
    expect(finding).toContain("adopt/managed-twice: module.vpc.aws_subnet.private[0] (subnet-");
  });

  it("refuses what is given away and not taken, unless it may be", () => {
    const without = edited(NEW, TAKEN, null);
    expect(told({ new: without })).toEqual([expect.stringContaining(`adopt/orphaned: ${SUBNET} (subnet-`)]);
    expect(judged({ new: without, allowed: [SUBNET] })).toMatchObject({ findings: [], givenUp: [SUBNET] });
  });

  it("allows only that nobody manages what there was, and says of what is managed that it is", () => {
    const allowed = [SUBNET, TAKEN];
    expect(judged({ allowed })).toMatchObject({ findings: [], keptThough: [SUBNET] });
    for (const more of [{ action: "replace" }, { action: "update", changed: ["tags"] }] as const) {
      expect(told({ new: edited(NEW, TAKEN, more), allowed }).join()).toContain(`${TAKEN} would be`);
      expect(told({ old: edited(OLD, SUBNET, more), allowed }).join()).toContain(SUBNET);
    }
  });

  it("tells what the new plan destroys at the address of an old one that is destroyed too", () => {
    const same = plannedResource("aws_ssm_parameter.vpc", { action: "delete" });
    const old = edited(OLD, "aws_ssm_parameter.vpc", { action: "delete" });
    expect(told({ old, new: planOf([...NEW.resources, same]) })).toEqual([
      expect.stringContaining("old adopt/destroys: aws_ssm_parameter.vpc ("),
      "new adopt/destroys: aws_ssm_parameter.vpc would be destroyed by the new plan",
    ]);
  });

  it("refuses two that have swapped their addresses, between two states and within one", () => {
    const [one, two] = [TAKEN, "aws_subnet.shop-private_b"];
    const swap = (plan: TerraformPlan) => {
      const [a, b] = [one, two].map((at) => plan.resources.find(({ address }) => address === at));
      if (a === undefined || b === undefined) throw new Error("no such subnet");
      return edited(edited(plan, one, { ...b, address: one }), two, { ...a, address: two });
    };
    const moved = planOf([
      ...SHARES.given.map(({ resource, to }) =>
        plannedResource(to, { previousAddress: resource.address, before: resource.raw, after: resource.raw }),
      ),
      ...SHARES.left.map(({ resource }) => plannedResource(resource.address, { before: resource.raw })),
    ]);
    for (const plans of [{ new: swap(NEW) }, { old: null, new: swap(moved) }])
      expect(told(plans).map((text) => text.replace(/subnet-[0-9a-f]+/g, "<id>"))).toEqual([
        `new adopt/another-thing: ${one} would be <id>, which hextet adopt gave to ${two}; it gave <id> to this address`,
        `new adopt/another-thing: ${two} would be <id>, which hextet adopt gave to ${one}; it gave <id> to this address`,
      ]);
    const renamed = edited(NEW, one, { address: "aws_subnet.another_a" });
    expect(told({ new: renamed })).toEqual([]);
  });

  it("counts what is out of the old plan altogether, by terraform state rm, as given away", () => {
    const without = edited(OLD, SUBNET, null);
    expect(judged({ old: without })).toMatchObject({ findings: [], handedOver: 29 });
    expect(told({ old: without, new: edited(NEW, TAKEN, null) })).toHaveLength(1);
  });

  it("refuses a plan that makes or changes", () => {
    const more = (plan: TerraformPlan, one: PlannedResource) => planOf([...plan.resources, one]);
    const made = plannedResource("aws_subnet.more", { action: "create" });
    const updated = { action: "update", changed: ["tags"] } as const;
    expect(told({ old: more(OLD, made) })).toEqual([
      "old adopt/changes: aws_subnet.more would be made by the old plan",
    ]);
    expect(told({ new: more(NEW, made) })).toEqual([
      "new adopt/changes: aws_subnet.more would be made by the new plan",
    ]);
    expect(told({ new: edited(NEW, TAKEN, updated) })).toEqual([
      `new adopt/changes: ${TAKEN} would be changed (tags) by the new plan`,
    ]);
    expect(told({ old: edited(OLD, "aws_ssm_parameter.vpc", updated) })).toHaveLength(1);
    const step = plannedResource("terraform_data.step", { action: "create" });
    expect(told({ new: more(NEW, step) })).toHaveLength(1);
    const association = plannedResource("aws_route_table_association.x_a", { action: "create" });
    expect(told({ new: more(NEW, association) })).toHaveLength(1);
  });

  it("takes tags on rules, and nothing else on them", () => {
    const rule = "aws_vpc_security_group_egress_rule.shop-443_all_ipv4";
    const tags = { action: "update", changed: ["tags"], afterUnknown: { tags_all: true } } as const;
    expect(told({ new: edited(NEW, rule, tags) })).toEqual([]);
    expect(told({ new: edited(NEW, rule, { ...tags, changed: ["tags", "cidr_ipv4"] }) })).toHaveLength(1);
    expect(told({ new: edited(NEW, rule, { ...tags, afterUnknown: { cidr_ipv4: true } }) })).toHaveLength(1);
  });

  it("refuses plans that failed, or are of a part", () => {
    expect(told({ old: { ...OLD, errored: true } })[0]).toContain("old plan/errored");
    expect(judged({ new: { ...NEW, complete: false } }).findings[0]).toMatchObject({
      rule: "plan/incomplete",
      severity: "error",
      side: "new",
    });
  });

  it("follows moves, in the old configuration and within one state", () => {
    const stays = "module.vpc.aws_default_security_group.this[0]";
    const moved = { address: "aws_default_security_group.it", previousAddress: stays };
    expect(judged({ old: edited(OLD, stays, moved) })).toMatchObject({ findings: [], kept: 4 });
    const one = planOf([
      ...SHARES.given.map(({ resource, to }) =>
        plannedResource(to, { previousAddress: resource.address, before: resource.raw, after: resource.raw }),
      ),
      ...SHARES.left.map(({ resource }) => plannedResource(resource.address, { before: resource.raw })),
    ]);
    expect(judged({ old: null, new: one })).toMatchObject({ findings: [], handedOver: 33 });
    expect(told({ old: null, new: edited(one, TAKEN, { action: "delete" }) })).toHaveLength(1);
  });

  it("looks for each rule of a rule that stands for several", () => {
    const old = 'module.vpc.aws_security_group_rule.in["web \\"front\\""]';
    const before = oldPlanOf(networkModulePlan());
    const managed = before.managed.map((one) => {
      if (one.address !== old) return one;
      const cidrs = ["10.30.0.0/16", "10.31.0.0/16"];
      return { ...one, raw: { ...one.raw, cidr_blocks: cidrs, security_group_rule_id: "" } };
    });
    const group = managed.find(({ address }) => address === old)?.raw["security_group_id"];
    const rule = (name: string, cidr: string) => {
      const after = {
        id: `sgr-${name}`,
        security_group_id: group,
        ip_protocol: "tcp",
        from_port: 443,
        to_port: 443,
        cidr_ipv4: cidr,
      };
      return plannedResource(`aws_vpc_security_group_ingress_rule.${name}`, {
        importing: true,
        before: after,
        after,
      });
    };
    const rest = edited(NEW, "aws_vpc_security_group_ingress_rule.shop-443_https_main_ipv4", null);
    const both = planOf([...rest.resources, rule("a", "10.30.0.0/16"), rule("b", "10.31.0.0/16")]);
    const plans = { before: { ...before, managed } };
    expect(told({ ...plans, new: both })).toEqual([]);
    const half = planOf([...rest.resources, rule("a", "10.30.0.0/16")]);
    expect(told({ ...plans, new: half })).toEqual([expect.stringContaining(`adopt/orphaned: ${old}`)]);
  });
});
