import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import { zonesInWords } from "../../model/addressing/zones-in-words.ts";
import { zonalTargets } from "../../model/load-balancing/zonal-targets.ts";
import { zonesOfSubnets } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** Packets of a zone go to the appliances of the zone. */
export const gatewayLoadBalancerZoneWithoutAppliance: Rule<"gateway-load-balancer-zone-without-appliance"> = {
  id: "gateway-load-balancer-zone-without-appliance",
  severity: "warning",
  title:
    "A Gateway Load Balancer has an appliance in each of its zones, or hands packets to those of all zones.",
  why: "Without crossZone a Gateway Load Balancer hands the packets of a zone to the appliances of that zone. In a zone without one they go nowhere, while the routes there lead to it.",
  sources: [loadBalancingFacts.applianceInEachZone],
  check(network, report) {
    for (const { name, path, subnets, targetGroup, crossZone } of network.gatewayLoadBalancers) {
      const group = network.targetGroups.find((one) => one.name === targetGroup);
      if (crossZone || group === undefined) continue;
      const targets = zonalTargets(network, group);
      const isElsewhere = group.targets.attachments.some(({ target }) => target.kind === "address");
      // Without any known target they are registered by others.
      if (targets.length === 0 || isElsewhere) continue;
      const zones = new Set(targets.flatMap((target) => target.zones));
      const missing = zonesOfSubnets(network, subnets).filter((zone) => !zones.has(zone));
      if (missing.length === 0) continue;
      report(
        [...path, "targetGroup"],
        `Gateway Load Balancer "${name}" stands in ${zonesInWords(missing)}, where no target of "${targetGroup}" does`,
        "register an appliance in each zone, or write crossZone: true",
      );
    }
  },
};
