import type { PlannedResource } from "../../src/model/types/terraform-plan.ts";

/** A resource of a plan that leaves it as it is, but for what is said. */
export function plannedResource(address: string, more: Partial<PlannedResource> = {}): PlannedResource {
  return {
    address,
    action: "no-op",
    importing: false,
    previousAddress: null,
    deposed: false,
    reason: null,
    forcedBy: [],
    changed: [],
    before: null,
    after: null,
    afterUnknown: null,
    ...more,
  };
}
