import type { TerraformPlan } from "../types/terraform-plan.ts";
import type { PlanFinding } from "./plan-finding.ts";

/** The ids under which a check reports what is wrong with a plan as a whole. */
export interface WholeRules {
  readonly errored: string;
  readonly incomplete: string;
}

/** An error for a plan that failed half-way, a warning for one that is of a part only. */
export function judgeWhole({ errored, complete }: TerraformPlan, rules: WholeRules): readonly PlanFinding[] {
  const failed: PlanFinding = {
    rule: rules.errored,
    severity: "error",
    message: "planning failed half-way: what the plan does not say is not known",
    hint: "mend what `terraform plan` says, and plan again",
  };
  const partial: PlanFinding = {
    rule: rules.incomplete,
    severity: "warning",
    message: "the plan is of a part only: after it is applied there is more to plan",
    hint: "plan without -target; after a deferred change plan and check again",
  };
  return [...(errored ? [failed] : []), ...(complete || errored ? [] : [partial])];
}
