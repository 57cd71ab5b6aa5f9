import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import type { Rule } from "../rule.ts";

/** A load balancer has one foot in each zone. */
export const loadBalancerZoneTwice: Rule<"load-balancer-zone-twice"> = {
  id: "load-balancer-zone-twice",
  severity: "error",
  title: "A load balancer stands in one tier.",
  why: "A load balancer takes only one subnet in each Availability Zone. Every tier has a subnet in each zone, so that two tiers give each zone two.",
  sources: [loadBalancingFacts.loadBalancerOneSubnetPerZone],
  check(network, report) {
    for (const { name, path, tiers } of network.loadBalancers) {
      if (tiers.length < 2) continue;
      report(
        [...path, "subnets"],
        `load balancer "${name}" would have ${tiers.length} subnets in each zone: one of each of ${tiers.join(", ")}`,
        "name one tier; a load balancer reaches targets in all others",
      );
    }
  },
};
