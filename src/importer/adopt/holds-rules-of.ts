import type { PlannedResource } from "../../model/types/terraform-plan.ts";
import { rulesOf } from "../state/read-security-groups.ts";
import { resourcesOf, type StateResource } from "../state/resources.ts";
import { keyOf } from "../with-rule-ids.ts";
import { typeAt } from "./addresses.ts";

/**
 * Whether the resources hold every rule that an `aws_security_group_rule` stands for: one of the older kind may stand
 * for several, and then a state does not tell their ids.
 */
export function holdsRulesOf(older: StateResource, resources: readonly PlannedResource[]): boolean {
  const group = older.values.text("security_group_id");
  if (group === null) return false;
  const wanted = keysIn(group, [{ type: older.type, address: older.address, values: older.raw }]);
  const there = new Set(
    keysIn(
      group,
      resources.map(({ address, before, after }) => ({
        type: typeAt(address),
        address,
        values: after ?? before,
      })),
    ),
  );
  return wanted.length > 0 && wanted.every((rule) => there.has(rule));
}

interface Shown {
  readonly type: string;
  readonly address: string;
  readonly values: unknown;
}

function keysIn(group: string, shown: readonly Shown[]): readonly string[] {
  const list = shown.map((one) => ({ mode: "managed", ...one }));
  const resources = resourcesOf({ values: { root_module: { resources: list } } });
  return resources === null ? [] : rulesOf(resources, group).map(keyOf);
}
