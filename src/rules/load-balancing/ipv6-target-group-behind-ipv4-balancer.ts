import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import type { Rule } from "../rule.ts";

/** IPv6 targets need a load balancer with IPv6. */
export const ipv6TargetGroupBehindIpv4Balancer: Rule<"ipv6-target-group-behind-ipv4-balancer"> = {
  id: "ipv6-target-group-behind-ipv4-balancer",
  severity: "error",
  title: "The load balancer of an IPv6 target group is dualstack.",
  why: "A load balancer of type ipv4 has no IPv6 addresses from which it could reach its targets. Elastic Load Balancing refuses to forward to an IPv6 target group there.",
  sources: [loadBalancingFacts.ipv6TargetGroupNeedsDualStack],
  check(network, report) {
    for (const { name, path, ipAddressType, loadBalancers } of network.targetGroups) {
      if (ipAddressType !== "ipv6") continue;
      const ipv4 = network.loadBalancers.find(
        (balancer) => loadBalancers.includes(balancer.name) && balancer.ipAddressType === "ipv4",
      );
      if (ipv4 === undefined) continue;
      report(
        [...path, "ipAddressType"],
        `target group "${name}" is IPv6, but load balancer "${ipv4.name}" in front of it has IPv4 only`,
        `write ipAddressType: dualstack in loadBalancers.${ipv4.name}`,
      );
    }
  },
};
