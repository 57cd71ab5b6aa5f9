import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import { loadBalancerTypes } from "../../aws/load-balancing.ts";
import type { Rule } from "../rule.ts";

/** Each type of load balancer has its own address types. */
export const loadBalancerTypeAddressing: Rule<"load-balancer-type-addressing"> = {
  id: "load-balancer-type-addressing",
  severity: "error",
  title: "A network load balancer is ipv4 or dualstack.",
  why: "Only application load balancers can be dualstack-without-public-ipv4. The AWS provider passes the value for network load balancers as well, and the apply fails.",
  sources: [
    loadBalancingFacts.loadBalancerAddressTypes,
    loadBalancingFacts.internalLoadBalancersCanBeDualStack,
  ],
  check(network, report) {
    for (const { path, type, ipAddressType } of network.loadBalancers) {
      const known: readonly string[] = loadBalancerTypes[type].ipAddressTypes;
      if (known.includes(ipAddressType)) continue;
      report(
        [...path, "ipAddressType"],
        `a ${type} load balancer cannot be ${ipAddressType}`,
        `write ipAddressType: ${known.toReversed().join(" or ")}`,
      );
    }
  },
};
