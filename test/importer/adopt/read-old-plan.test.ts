import { describe, expect, it } from "vitest";
import { readOldPlan } from "../../../src/importer/adopt/read-old-plan.ts";
import { sensitiveTexts } from "../../../src/importer/adopt/sensitive-texts.ts";
import { bytesOf, networkModulePlan, oldPlanOf, type PlanJson } from "../../support/network-module.ts";

const SUBNET = "module.vpc.aws_subnet.private[0]";

function changed(change: (plan: PlanJson) => void): PlanJson {
  const plan = networkModulePlan();
  change(plan);
  return plan;
}

function withChange(more: object): PlanJson {
  return changed((plan) => {
    const one = plan.resource_changes.find(({ address }) => address === SUBNET);
    Object.assign(one ?? {}, more);
  });
}

describe("readOldPlan", () => {
  it("reads every resource of every module", () => {
    const old = oldPlanOf(networkModulePlan());
    expect(old.managed).toHaveLength(33);
    expect(old.knowsRemoved).toBe(true);
  });

  it.each([
    ["1.6.6", false],
    ["0.15.5", false],
    ["1.7.0", true],
    ["1.15.1", true],
    ["2.0.0", true],
  ])("of Terraform %s: removed blocks %s", (version, knows) => {
    const plan = changed((one) => {
      one.terraform_version = version;
    });
    expect(oldPlanOf(plan).knowsRemoved).toBe(knows);
  });

  it.each([
    ["an update", { change: { actions: ["update"] } }, "changes-pending", `update ${SUBNET}`],
    ["a removal", { change: { actions: ["delete"] } }, "changes-pending", `delete ${SUBNET}`],
    ["a forgetting", { change: { actions: ["forget"] } }, "changes-pending", `forget ${SUBNET}`],
    [
      "an import",
      { change: { actions: ["no-op"], importing: { id: "subnet-1" } } },
      "changes-pending",
      `import ${SUBNET}`,
    ],
    ["a move", { previous_address: "aws_subnet.a" }, "changes-pending", `move aws_subnet.a to ${SUBNET}`],
    ["silence", { address: "aws_subnet.other" }, "changes-pending", `does not speak of ${SUBNET}`],
  ])("refuses a plan with %s", (_, more, rule, words) => {
    const { mistake } = readOldPlan(bytesOf(withChange(more)));
    expect(mistake).toMatchObject({ rule: `adopt/${rule}`, severity: "error" });
    expect(mistake?.message).toContain(words);
  });

  it("refuses a plan whose state has lost something", () => {
    const plan = changed((one) => {
      const module = one.prior_state?.values.root_module.child_modules?.[0];
      if (module !== undefined)
        module.resources = JSON.parse(
          JSON.stringify(module.resources).replace(`"address":"${SUBNET}"`, '"address":7'),
        );
    });
    const { mistake } = readOldPlan(bytesOf(plan));
    expect(mistake).toMatchObject({ rule: "migrate/not-a-plan", severity: "error" });
    expect(mistake?.message).toContain(`leaves ${SUBNET} as it is, and its prior_state has no such`);
  });

  it("says of several changes how many there are", () => {
    const plan = changed((one) => {
      for (const { change } of one.resource_changes) change["actions"] = ["update"];
    });
    expect(readOldPlan(bytesOf(plan)).mistake?.message).toMatch(/, and 32 more$/);
  });

  it.each([
    ["planning failed", { errored: true }, "plan/errored", "planning failed"],
    ["a part only", { complete: false }, "plan/incomplete", "of a part only"],
    ["nothing applied", { prior_state: undefined }, "adopt/changes-pending", "nothing that is there"],
    ["no configuration", { configuration: undefined }, "migrate/not-a-plan", "nothing of its configuration"],
    ["an old format", { format_version: "0.2" }, "migrate/not-a-plan", 'format_version is "0.2"'],
    [
      "a state",
      { resource_changes: undefined, values: { root_module: {} } },
      "migrate/not-a-plan",
      "this is a state, not a plan",
    ],
  ])("refuses a plan with %s", (_, more, rule, words) => {
    const { mistake } = readOldPlan(bytesOf({ ...networkModulePlan(), ...more }));
    expect(mistake).toMatchObject({ rule, severity: "error" });
    expect(mistake?.message).toContain(words);
  });

  it("refuses what is no JSON", () => {
    expect(readOldPlan(new TextEncoder().encode("{")).mistake).toMatchObject({ rule: "migrate/not-a-plan" });
  });
});

describe("sensitiveTexts", () => {
  it("are marked at any depth, and long enough to be looked for", () => {
    const plan = changed((one) => {
      for (const resource of one.prior_state?.values.root_module.resources ?? []) {
        resource.values = {
          tags: { Name: "hush-hush" },
          list: [{ a: "open" }, { a: "closed" }],
          short: "abc",
        };
        resource.sensitive_values = { tags: true, list: [{}, { a: true }], short: true };
      }
    });
    const found = sensitiveTexts(oldPlanOf(plan)).filter(([address]) => address === "aws_ssm_parameter.vpc");
    expect(found.map(([, text]) => text)).toEqual(["hush-hush", "closed"]);
  });
});
