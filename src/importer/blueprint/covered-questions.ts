import type { Inventory } from "../types/inventory.ts";
import type { RulePlan } from "./cluster-rules.ts";
import { isTypedIcmp, letsThroughAll } from "./rule-words.ts";

/** The plans, without the question for a twin where another of them lets the same through from all of IPv6, or from a list of it. */
export function withoutCoveredQuestions(
  inventory: Inventory,
  plans: readonly RulePlan[],
): readonly RulePlan[] {
  const open = plans.filter(({ peer, traffic }) => isOfIpv6(inventory, peer) && !isTypedIcmp(traffic));
  const isCovered = ({ traffic, peer }: RulePlan) =>
    open.some(
      (other) =>
        letsThroughAll(other.traffic, traffic) &&
        // A list is the twin of a list alone.
        (other.peer.prefixListId === undefined || peer.prefixListId !== undefined),
    );
  return plans.map((plan) =>
    plan.withoutTwin !== null && isCovered(plan) ? { ...plan, withoutTwin: null } : plan,
  );
}

function isOfIpv6({ prefixLists }: Inventory, peer: RulePlan["peer"]): boolean {
  if (peer.anywhere !== undefined || peer.anywhereIpv6 !== undefined) return true;
  return prefixLists.some(({ id, family }) => id === peer.prefixListId && family === "ipv6");
}
