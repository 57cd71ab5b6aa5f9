import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import { tierOf } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** A Gateway Load Balancer stands where it can have its addresses. */
export const gatewayLoadBalancerSubnetFamily: Rule<"gateway-load-balancer-subnet-family"> = {
  id: "gateway-load-balancer-subnet-family",
  severity: "error",
  title: "The tier of a Gateway Load Balancer has IPv4, and IPv6 too where it is dualstack.",
  why: "It speaks GENEVE with its appliances over IPv4, whatever packets are inside, and Elastic Load Balancing refuses a dualstack one in subnets without IPv6.",
  sources: [loadBalancingFacts.gatewayLoadBalancerSubnets, loadBalancingFacts.geneveOverIpv4],
  check(network, report) {
    for (const { name, path, tier, ipAddressType } of network.gatewayLoadBalancers) {
      const { addressing } = tierOf(network, tier);
      if (addressing === "dual-stack" || (addressing === "ipv4-only" && ipAddressType === "ipv4")) continue;
      report(
        [...path, "subnets"],
        `Gateway Load Balancer "${name}" is ${ipAddressType}, and its tier "${tier}" is ${addressing}`,
        "name a dual-stack tier",
      );
    }
  },
};
