import { keptThings } from "../../aws/kept-things.ts";
import { valueIn } from "../../base/untrusted-json.ts";
import type { PlannedResource } from "../types/terraform-plan.ts";
import type { PlanFinding } from "./plan-finding.ts";
import { resourceTypeOf } from "./terraform-address.ts";

/** An error where a plan destroys what AWS protects, as the state says: whoever allows it cannot make AWS do it. */
export function stillProtected({ address, action, before }: PlannedResource): readonly PlanFinding[] {
  const guard = keptThings[resourceTypeOf(address)]?.guard;
  const goes = action === "delete" || action === "replace";
  if (guard === undefined || !goes || valueIn(before, guard) !== true) return [];
  const what = action === "delete" ? "is destroyed" : "is replaced";
  return [
    {
      rule: "change/still-protected",
      severity: "error",
      message: `${address} ${what}, and AWS refuses that while its deletion protection is on`,
      hint: "make two applies: write deletionProtection: false first, and apply that",
    },
  ];
}
