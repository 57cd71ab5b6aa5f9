import type { TerraformPlan } from "../types/terraform-plan.ts";

/**
 * The addresses that a plan was made of, held against those of the stack. A plan that does not say is believed when it
 * knows one of the stack's resources.
 */
export function configuredOf(plan: TerraformPlan, wanted: readonly string[]): readonly string[] {
  if (plan.configured !== null) return plan.configured;
  const known = new Set(plan.resources.map(({ address }) => address));
  return wanted.some((address) => known.has(address)) ? wanted : [];
}
