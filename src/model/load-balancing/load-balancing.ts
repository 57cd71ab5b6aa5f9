import type { Blueprint } from "../../blueprint/blueprint.generated.ts";
import type { Context } from "../context.ts";
import type { Declared } from "../declared.ts";
import type { LoadBalancer, TargetGroup } from "../types/load-balancing.ts";
import { normaliseLoadBalancers } from "./load-balancers.ts";
import { normaliseTargetGroups } from "./target-groups.ts";

/** The load balancers and target groups of the blueprint. */
export function normaliseLoadBalancing(
  context: Context,
  blueprint: Blueprint,
  declared: Declared,
): { readonly loadBalancers: readonly LoadBalancer[]; readonly targetGroups: readonly TargetGroup[] } {
  return {
    loadBalancers: normaliseLoadBalancers(context, blueprint, declared),
    targetGroups: normaliseTargetGroups(context, blueprint),
  };
}
