import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import { atKey } from "../../base/diagnostic.ts";
import type { Rule } from "../rule.ts";

/** The provider cannot read back two chosen addresses of one zone. */
export const loadBalancerAddressesNeverSettle: Rule<"load-balancer-addresses-never-settle"> = {
  id: "load-balancer-addresses-never-settle",
  severity: "warning",
  title: "In a zone a load balancer is told its Elastic IP or its IPv6 address, not both.",
  why: "The AWS provider does not read the IPv6 address back where the zone has an Elastic IP too. So every plan wants to set all zones again, and a zone that is added replaces the load balancer, with its DNS name and its IPv6 addresses.",
  sources: [loadBalancingFacts.loadBalancerTwoChosenAddressesNeverConverge],
  check({ loadBalancers }, report) {
    for (const { path, allocationId, ipv6Address } of loadBalancers.flatMap(({ mappings }) => mappings)) {
      if (allocationId === null || ipv6Address === null) continue;
      const message = "with an Elastic IP and an IPv6 address in one zone no plan is ever empty";
      report(atKey(path), message, "leave one of them to AWS");
    }
  },
};
