import { localZoneFacts } from "../../aws/facts/local-zones.ts";
import { localZonesOf, zonesOfSubnets } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** An application load balancer stands in the region or at its edge. */
export const loadBalancerMixesLocalZones: Rule<"load-balancer-mixes-local-zones"> = {
  id: "load-balancer-mixes-local-zones",
  severity: "error",
  title: "An application load balancer stands in availability zones, or in Local Zones.",
  why: "Elastic Load Balancing takes subnets of one kind for an application load balancer: of at least two availability zones, or of one or more Local Zones.",
  sources: [localZoneFacts.balancerInLocalZone],
  check(network, report) {
    for (const { name, path, type, subnets } of network.loadBalancers) {
      const local = localZonesOf(network, subnets);
      if (type !== "application" || local.length === 0) continue;
      if (local.length === zonesOfSubnets(network, subnets).length) continue;
      report(
        [...path, "subnets"],
        `application load balancer "${name}" has subnets in Local Zone ${local[0]} and in availability zones`,
        "name tiers of one kind of zone",
      );
    }
  },
};
