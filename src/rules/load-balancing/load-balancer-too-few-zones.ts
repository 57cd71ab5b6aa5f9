import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import { localZoneFacts } from "../../aws/facts/local-zones.ts";
import { loadBalancerTypes } from "../../aws/load-balancing.ts";
import { isLocalZone } from "../../model/addressing/local-zone.ts";
import { zonesOfSubnets } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** An application load balancer outlives a zone. */
export const loadBalancerTooFewZones: Rule<"load-balancer-too-few-zones"> = {
  id: "load-balancer-too-few-zones",
  severity: "error",
  title: "An application load balancer stands in at least two availability zones, or in Local Zones.",
  why: "Elastic Load Balancing refuses an application load balancer with subnets in one Availability Zone. A tier has a subnet in each zone of the blueprint unless it names some, so that the blueprint, or the tier, needs a second one. In Local Zones one is enough.",
  sources: [loadBalancingFacts.applicationLoadBalancerTwoZones, localZoneFacts.balancerInLocalZone],
  check(network, report) {
    for (const { name, path, type, subnets } of network.loadBalancers) {
      const { minZones } = loadBalancerTypes[type];
      const zones = zonesOfSubnets(network, subnets);
      if (subnets.length === 0 || zones.length >= minZones || zones.every(isLocalZone)) continue;
      report(
        [...path, "subnets"],
        `${type} load balancer "${name}" needs ${minZones} availability zones: its subnets stand only in ${zones.join()}`,
        network.zones.length === 1
          ? "write a second letter into network.availabilityZones"
          : "name a tier with subnets in two zones",
      );
    }
  },
};
