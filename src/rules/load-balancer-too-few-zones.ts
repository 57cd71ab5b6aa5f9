import { loadBalancingFacts } from "../aws/facts-load-balancing.ts";
import { loadBalancerTypes } from "../aws/load-balancing.ts";
import type { Rule } from "./rule.ts";

/** An application load balancer outlives a zone. */
export const loadBalancerTooFewZones: Rule = {
  id: "load-balancer-too-few-zones",
  severity: "error",
  title: "An application load balancer stands in at least two availability zones.",
  why: "Elastic Load Balancing refuses an application load balancer with subnets in one Availability Zone. A tier has a subnet in each zone of the blueprint, so that the blueprint needs a second one.",
  sources: [loadBalancingFacts.applicationLoadBalancerTwoZones],
  check(network, report) {
    for (const { name, path, type } of network.loadBalancers) {
      const { minZones } = loadBalancerTypes[type];
      if (network.zones.length >= minZones) continue;
      const zones = network.zones.map((zone) => zone.letter);
      report(
        [...path, "subnets"],
        `${type} load balancer "${name}" needs ${minZones} availability zones: the blueprint has only ${zones.join(", ")}`,
        "write a second letter into network.availabilityZones",
      );
    }
  },
};
