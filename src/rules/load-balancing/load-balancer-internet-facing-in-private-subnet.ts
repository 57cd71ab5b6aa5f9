import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import { canHoldBalancer, tiersOf } from "../../model/lookup.ts";
import { routesByTier } from "../../model/routing/route-lookup.ts";
import type { Network } from "../../model/types/network.ts";
import type { RouteTarget } from "../../model/types/routing.ts";
import type { Rule } from "../rule.ts";

/** Who faces the internet stands at it. */
export const loadBalancerInternetFacingInPrivateSubnet: Rule<"load-balancer-internet-facing-in-private-subnet"> =
  {
    id: "load-balancer-internet-facing-in-private-subnet",
    severity: "error",
    isRunByAws: true,
    title: "An internet-facing load balancer stands in a public tier.",
    why: "The nodes of an internet-facing load balancer have public addresses and answer through the internet gateway. In a subnet without a route there, the load balancer is made and its name resolves, but nobody gets an answer. A route to a firewall's network interface, a transit gateway or a peering is taken for a way out as well.",
    sources: [loadBalancingFacts.loadBalancerInternetFacingIsPublic],
    check(network, report) {
      for (const balancer of network.loadBalancers.filter(({ internal }) => !internal)) {
        const { name, path } = balancer;
        for (const tier of tiersOf(network, balancer.tiers)) {
          // Elsewhere the addressing is wrong already.
          if (!canHoldBalancer(balancer, tier) || leadsToInternet(network, tier.name)) continue;
          report(
            [...path, "scheme"],
            `load balancer "${name}" is internet-facing, but tier "${tier.name}" has no route to the internet gateway`,
            "write scheme: internal, or name a tier with internet: public",
          );
        }
      }
    },
  };

/** What surely hands no answer on: an appliance, or what lies behind a gateway of another kind, may. */
const DEAD_ENDS: readonly RouteTarget["kind"][] = ["nat-gateway", "egress-only-internet-gateway"];

function leadsToInternet(network: Network, tierName: string): boolean {
  const own = routesByTier(network).find(({ tier }) => tier.name === tierName);
  // A tier whose subnets have no place in the plan has no table: that is another finding.
  if (own === undefined || !own.isComplete) return true;
  return own.routes.some(({ target }) => !DEAD_ENDS.includes(target.kind));
}
