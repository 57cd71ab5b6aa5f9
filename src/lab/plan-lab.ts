import { buildCloud } from "./cloud/build-cloud.ts";
import type { LabPlan } from "./plan/lab-plan.ts";
import { makePlan } from "./plan/make-plan.ts";
import type { NamedAddress } from "./plan/names-in.ts";
import { CannotModel } from "./stack/cannot-model.ts";
import { readTerraformStack } from "./stack/terraform-stack.ts";

/** A plan, or why there is none. */
export type PlannedLab =
  | { readonly kind: "planned"; readonly plan: LabPlan }
  | { readonly kind: "refused"; readonly address: string; readonly why: string };

/**
 * Plans the laboratory of a stack from its parsed Terraform JSON: pure, the same for the same JSON. Refused where the
 * stack has something that could only be guessed. `names` are more servers of the stand-in internet than it has itself.
 */
export function planLab(terraformJson: unknown, names: readonly NamedAddress[] = []): PlannedLab {
  try {
    return { kind: "planned", plan: makePlan(buildCloud(readTerraformStack(terraformJson)), names) };
  } catch (error) {
    if (!(error instanceof CannotModel)) throw error;
    return { kind: "refused", address: error.address, why: error.message };
  }
}
