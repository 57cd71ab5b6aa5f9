import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import { zonesInWords } from "../../model/addressing/zones-in-words.ts";
import { zonesTakenTwice } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** A load balancer has one foot in each zone. */
export const loadBalancerZoneTwice: Rule<"load-balancer-zone-twice"> = {
  id: "load-balancer-zone-twice",
  severity: "error",
  title: "A load balancer has one subnet in each availability zone.",
  why: "A load balancer takes only one subnet in each Availability Zone, and Elastic Load Balancing refuses the second. A tier has a subnet in each zone of the blueprint unless it names some, so that several tiers do only when no zone is in two of them.",
  sources: [loadBalancingFacts.loadBalancerOneSubnetPerZone],
  check(network, report) {
    for (const { name, path, tiers, subnets } of network.loadBalancers) {
      const twice = zonesTakenTwice(network, subnets);
      if (twice.length === 0) continue;
      report(
        [...path, "subnets"],
        `load balancer "${name}" has several subnets in ${zonesInWords(twice)}: those of tiers ${tiers.join(", ")}`,
        "name one tier for each zone; a load balancer reaches targets in all others",
      );
    }
  },
};
