import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import { canHoldBalancer, tiersOf } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** A load balancer stands where it can have its addresses. */
export const loadBalancerSubnetNotDualStack: Rule<"load-balancer-subnet-not-dual-stack"> = {
  id: "load-balancer-subnet-not-dual-stack",
  severity: "error",
  title: "The tiers of a dualstack load balancer are dual-stack, those of every load balancer have IPv4.",
  why: "The nodes of a load balancer always have IPv4 addresses, and with dualstack IPv6 ones too. Elastic Load Balancing refuses a dualstack load balancer in a subnet without IPv6 and any in an IPv6-only subnet; it may stay in provisioning for long before it says so. Its targets may well be in IPv6-only tiers.",
  sources: [
    loadBalancingFacts.loadBalancerSubnetsDualStack,
    loadBalancingFacts.loadBalancerNeedsIpv4InSubnets,
  ],
  check(network, report) {
    for (const balancer of network.loadBalancers) {
      for (const tier of tiersOf(network, balancer.tiers)) {
        if (canHoldBalancer(balancer, tier)) continue;
        const isIpv4Only = tier.addressing === "ipv4-only";
        report(
          [...balancer.path, "subnets"],
          isIpv4Only
            ? `tier "${tier.name}" is ipv4-only: a ${balancer.ipAddressType} load balancer cannot stand there`
            : `tier "${tier.name}" is ipv6-only: no load balancer can stand there`,
          isIpv4Only
            ? "name a dual-stack tier, or write ipAddressType: ipv4"
            : "name a dual-stack tier; the targets may stay where they are",
        );
      }
    }
  },
};
