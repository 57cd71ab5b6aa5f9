import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import { formatPath } from "../../base/path.ts";
import { zonesInWords } from "../../model/addressing/zones-in-words.ts";
import { zonalTargets } from "../../model/load-balancing/zonal-targets.ts";
import { zonesOfSubnets } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** Targets stand in the zones of their load balancer. */
export const targetZoneWithoutLoadBalancer: Rule<"target-zone-without-load-balancer"> = {
  id: "target-zone-without-load-balancer",
  severity: "warning",
  title: "A load balancer has a subnet in every zone in which it has targets.",
  why: "Targets in an Availability Zone in which the load balancer has no subnet are registered, but get no traffic and no health check: their state is unused. Cross-zone load balancing does not change that. The hosts there run, cost money and answer nobody.",
  sources: [loadBalancingFacts.targetsInEnabledZonesOnly],
  check(network, report) {
    for (const { name, path: own, subnets } of [...network.loadBalancers, ...network.gatewayLoadBalancers]) {
      const enabled = zonesOfSubnets(network, subnets);
      // A load balancer without any known subnet is another rule's.
      if (enabled.length === 0) continue;
      const groups = network.targetGroups.filter(({ loadBalancers }) => loadBalancers.includes(name));
      for (const { what, path, zones } of groups.flatMap((group) => zonalTargets(network, group))) {
        const missing = zones.filter((zone) => !enabled.includes(zone));
        if (missing.length === 0) continue;
        report(
          path,
          `${what} stands in ${zonesInWords(missing)}, where load balancer "${name}" has no subnet`,
          `give the tier of ${formatPath(own)} a subnet in each of these zones`,
        );
      }
    }
  },
};
