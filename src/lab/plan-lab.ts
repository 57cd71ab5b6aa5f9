import { buildCloud } from "./cloud/build-cloud.ts";
import type { LabPlan } from "./plan/lab-plan.ts";
import { makePlan } from "./plan/make-plan.ts";
import type { NamedAddress } from "./plan/names-in.ts";
import { CannotModel } from "./stack/cannot-model.ts";
import { joinStacks, type NamedStack } from "./stack/join-stacks.ts";
import { readTerraformStack, type TerraformStack } from "./stack/terraform-stack.ts";

/** A plan, or why there is none. */
export type PlannedLab =
  | { readonly kind: "planned"; readonly plan: LabPlan }
  | { readonly kind: "refused"; readonly address: string; readonly why: string };

/**
 * Plans the laboratory of a stack from its parsed Terraform JSON: pure, the same for the same JSON. Refused where the
 * stack has something that could only be guessed. `names` are more servers of the stand-in internet than it has itself.
 */
export function planLab(terraformJson: unknown, names: readonly NamedAddress[] = []): PlannedLab {
  return planOf(() => readTerraformStack(terraformJson), names);
}

/**
 * Plans the laboratory of several stacks that take values from each other: addresses in it have their stack behind them, such as
 * `aws_vpc.main@hub`. A transit gateway between them looks up its own tables.
 */
export function planLabOfStacks(
  stacks: readonly NamedStack[],
  names: readonly NamedAddress[] = [],
): PlannedLab {
  return planOf(() => joinStacks(stacks), names);
}

function planOf(read: () => TerraformStack, names: readonly NamedAddress[]): PlannedLab {
  try {
    return { kind: "planned", plan: makePlan(buildCloud(read()), names) };
  } catch (error) {
    if (!(error instanceof CannotModel)) throw error;
    return { kind: "refused", address: error.address, why: error.message };
  }
}
