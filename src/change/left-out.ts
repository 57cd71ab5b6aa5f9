import type { TerraformPlan } from "../model/types/terraform-plan.ts";
import type { ResourceChange } from "./types.ts";

/** Addresses to which the review showed a change and the plan does nothing; what only moves or is imported is left aside. */
export function leftOut(
  { resources }: Pick<TerraformPlan, "resources">,
  changes: readonly ResourceChange[],
): readonly string[] {
  const busy = new Set(
    resources.filter(({ action }) => action !== "no-op" && action !== "read").map(({ address }) => address),
  );
  const isLeft = ({ action, address }: ResourceChange) =>
    action !== "move" && action !== "import" && !busy.has(address);
  return changes.filter(isLeft).map(({ address }) => address);
}
