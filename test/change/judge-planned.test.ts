import { describe, expect, it } from "vitest";
import { compareStacks } from "../../src/change/compare-stacks.ts";
import { type Announced, judgePlanned } from "../../src/change/judge-planned.ts";
import { readStackOutput } from "../../src/change/read-stack-output.ts";
import type { StackOutput } from "../../src/change/types.ts";
import type { PlannedResource, TerraformPlan } from "../../src/model/types/terraform-plan.ts";
import { plannedResource } from "../support/planned-resource.ts";

const stack = (resource: unknown): StackOutput =>
  readStackOutput("shop", JSON.stringify({ resource })) ?? expect.fail("no stack");

const BEFORE = stack({
  aws_vpc: { main: { cidr_block: "10.0.0.0/16" } },
  aws_db_instance: { orders: { engine: "postgres" } },
});
const SAME = BEFORE;
const WITHOUT = stack({ aws_vpc: { main: { cidr_block: "10.0.0.0/16" } } });

function judge(
  after: StackOutput,
  resources: readonly PlannedResource[],
  {
    allowed = [],
    settings = [],
    ...more
  }: Partial<TerraformPlan> &
    Partial<Pick<Announced, "settings">> & { readonly allowed?: readonly string[] } = {},
): readonly string[] {
  const plan = {
    resources,
    configured: [...after.resources.keys()],
    errored: false,
    complete: true,
    ...more,
  };
  const changes = compareStacks(BEFORE, after);
  return judgePlanned(plan, { stack: after, changes, settings, allowed: new Set(allowed) }).map(
    ({ severity, rule, message }) => `${severity} ${rule}: ${message}`,
  );
}

describe("judgePlanned", () => {
  it("has nothing against a plan of nothing", () => {
    expect(
      judge(SAME, [
        plannedResource("aws_vpc.main", {}),
        plannedResource("aws_db_instance.orders", { action: "read" }),
      ]),
    ).toEqual([]);
  });

  it.each([
    ["delete", {}, "is destroyed"],
    ["replace", { forcedBy: ["cidr_block"] }, "is replaced because of cidr_block"],
    ["replace", { reason: "replace_because_tainted" }, "is replaced (replace_because_tainted)"],
    ["forget", {}, "leaves Terraform's hands"],
    ["replace-and-forget", {}, "leaves Terraform's hands"],
  ] as const)("refuses to %s what was not shown (%o)", (action, more, words) => {
    expect(judge(SAME, [plannedResource("aws_vpc.main", { action, ...more })])).toEqual([
      `error plan/unannounced-loss: aws_vpc.main ${words}, which the review did not show`,
    ]);
  });

  it("warns of what is made or changed beyond the review, and says what", () => {
    expect(
      judge(SAME, [
        plannedResource("aws_vpc.main", { action: "create", previousAddress: "aws_vpc.old" }),
        plannedResource("aws_db_instance.orders", { action: "update", changed: ["engine_version", "port"] }),
      ]),
    ).toEqual([
      "error plan/unannounced-move: the state of aws_vpc.old goes to aws_vpc.main, which the review did not show",
      "warning plan/unannounced-change: aws_vpc.main (in the state aws_vpc.old) is made, which the review did not show",
      "warning plan/unannounced-change: aws_db_instance.orders is changed (engine_version, port), which the review did not show",
    ]);
  });

  it("lets go what was shown and allowed, and nothing that was only shown", () => {
    const gone = [plannedResource("aws_db_instance.orders", { action: "delete" })];
    expect(judge(WITHOUT, gone)).toEqual([
      "error plan/loss-not-allowed: aws_db_instance.orders is destroyed, and what it stores is lost",
    ]);
    expect(judge(WITHOUT, gone, { allowed: ["aws_db_instance.orders"] })).toEqual([]);
  });

  it("takes a destruction for no replacement that was shown, and the other way round", () => {
    expect(judge(WITHOUT, [plannedResource("aws_db_instance.orders", { action: "replace" })])).toEqual([
      "error plan/unannounced-loss: aws_db_instance.orders is replaced, which the review did not show",
    ]);
  });

  it("takes new default tags for announced, and nothing else with them", () => {
    const update = (changed: readonly string[]) => [
      plannedResource("aws_vpc.main", { action: "update", changed }),
    ];
    expect(judge(SAME, update(["tags_all"]), { settings: ["tags"] })).toEqual([]);
    expect(judge(SAME, update(["tags_all"]))).toHaveLength(1);
    expect(judge(SAME, update(["cidr_block", "tags_all"]), { settings: ["tags"] })).toHaveLength(1);
  });

  it("notes what an interrupted replacement left over", () => {
    expect(judge(SAME, [plannedResource("aws_vpc.main", { action: "delete", deposed: true })])).toEqual([
      "note plan/left-over: aws_vpc.main: what an interrupted replacement left over is destroyed",
    ]);
  });

  it("trusts no plan that failed, and warns of one that is of a part", () => {
    expect(judge(SAME, [], { errored: true, complete: false })).toEqual([
      "error plan/errored: planning failed half-way: what the plan does not say is not known",
    ]);
    expect(judge(SAME, [], { complete: false })).toEqual([
      "warning plan/incomplete: the plan is of a part only: after it is applied there is more to plan",
    ]);
  });

  it("believes a plan that does not say of what it was made only where it knows the stack", () => {
    const known = [plannedResource("aws_vpc.main"), plannedResource("aws_eip.else", { action: "delete" })];
    expect(judge(SAME, known, { configured: null })).toEqual([
      "error plan/unannounced-loss: aws_eip.else is destroyed, which the review did not show",
    ]);
    for (const resources of [[], [plannedResource("aws_vpc.other", { action: "create" })]])
      expect(judge(SAME, resources, { configured: null })).toEqual([
        'error plan/of-another-stack: the plan is not of the stack "shop" as the blueprint has it: aws_vpc.main is not in the plan',
      ]);
  });

  it.each(["delete", "replace"] as const)(
    "knows from the state that AWS refuses to %s what it protects",
    (action) => {
      const gone = (on: boolean) => [
        plannedResource("aws_db_instance.orders", { action, before: { deletion_protection: on } }),
      ];
      const after =
        action === "delete"
          ? WITHOUT
          : stack({
              aws_vpc: { main: { cidr_block: "10.0.0.0/16" } },
              aws_db_instance: { orders: { engine: "mysql" } },
            });
      const allowed = ["aws_db_instance.orders"];
      expect(judge(after, gone(false), { allowed })).toEqual([]);
      expect(judge(after, gone(true), { allowed })).toEqual([
        `error change/still-protected: aws_db_instance.orders is ${action === "delete" ? "destroyed" : "replaced"}, and AWS refuses that while its deletion protection is on`,
      ]);
    },
  );

  it("tells what a shown update loses or changes beyond what was shown", () => {
    const vpc = (more: unknown) =>
      stack({
        aws_vpc: { main: { cidr_block: "10.0.0.0/16", ...Object(more) } },
        aws_db_instance: { orders: { engine: "postgres" } },
      });
    const tagged = vpc({ tags: { team: "a" }, enable_dns_support: true });
    const update = (changed: readonly string[], sides: Partial<PlannedResource> = {}) => [
      plannedResource("aws_vpc.main", { action: "update", changed, ...sides }),
    ];
    expect(judge(tagged, update(["tags", "tags_all", "enable_dns_support", "arn"]))).toEqual([]);
    const loses = { before: { ipv6_cidr_block: "2001:db8::/56" }, after: { ipv6_cidr_block: "" } };
    expect(judge(tagged, update(["tags", "ipv6_cidr_block", "cidr_block"], loses))).toEqual([
      "error plan/unannounced-loss: aws_vpc.main loses its IPv6 block (ipv6_cidr_block), which the review did not show",
      "warning plan/unannounced-change: aws_vpc.main is changed (cidr_block), which the review did not show",
    ]);
    expect(judge(SAME, update(["ipv6_cidr_block"], loses))).toEqual([
      "error plan/unannounced-loss: aws_vpc.main loses its IPv6 block (ipv6_cidr_block), which the review did not show",
    ]);
    const given = vpc({ ipv6_cidr_block: "" });
    expect(judge(given, update(["ipv6_cidr_block"], loses))).toEqual([]);
  });

  it("refuses a plan of another stack or of an older output", () => {
    expect(judge(SAME, [], { configured: ["aws_vpc.main", "aws_eip.x"] })).toEqual([
      'error plan/of-another-stack: the plan is not of the stack "shop" as the blueprint has it: aws_eip.x is not in the stack',
    ]);
    expect(judge(SAME, [], { configured: ["aws_vpc.main"] })).toEqual([
      'error plan/of-another-stack: the plan is not of the stack "shop" as the blueprint has it: aws_db_instance.orders is not in the plan',
    ]);
  });
});
