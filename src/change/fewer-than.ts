import { isRecord } from "../base/untrusted-json.ts";
import type { PlanFinding } from "../model/migration/plan-finding.ts";
import type { PlannedResource } from "../model/types/terraform-plan.ts";
import { valueAt } from "./ignored-arguments.ts";
import type { ResourceChange } from "./types.ts";

/** Errors for a number of hosts or tasks that was left as AWS has it, and that the plan, which knows it, makes smaller. */
export function fewerThan(
  { address, before, after }: PlannedResource,
  change: ResourceChange | undefined,
  allowed: ReadonlySet<string>,
): readonly PlanFinding[] {
  if (change?.loss !== "capacity" || allowed.has(address) || !isRecord(before) || !isRecord(after)) return [];
  return change.refusals.flatMap(({ effect, argument }): readonly PlanFinding[] => {
    if (effect !== "loses-capacity" || argument === null) return [];
    const [was, is] = [valueAt(before, argument), valueAt(after, argument)];
    if (typeof was !== "number" || typeof is !== "number" || is >= was) return [];
    return [
      {
        rule: "plan/loss-not-allowed",
        severity: "error",
        message: `${address}: ${argument} goes from ${was} to ${is}, and what runs beyond that is stopped`,
        hint: `write a number that is not below ${was} in the blueprint; if fewer are meant, write terraform.mayDestroy: [${address}]`,
      },
    ];
  });
}
