import { loadBalancingFacts } from "../aws/facts-load-balancing.ts";
import { udpProtocols } from "../aws/load-balancing.ts";
import type { Rule } from "./rule.ts";

/** UDP and dualstack do not go together yet. */
export const udpOnDualstackNetworkBalancer: Rule = {
  id: "udp-on-dualstack-network-balancer",
  severity: "error",
  title: "UDP and TCP_UDP listeners stand on network load balancers of type ipv4.",
  why: "A dualstack network load balancer takes UDP only with prefixes for IPv6 source NAT, for which AWS provider 5.100.0 has no argument: Elastic Load Balancing refuses the listener. The way out is a second network load balancer of type ipv4 for UDP.",
  sources: [loadBalancingFacts.udpOnDualStack],
  check(network, report) {
    const balancers = network.loadBalancers.filter(
      ({ type, ipAddressType }) => type === "network" && ipAddressType === "dualstack",
    );
    for (const { name, listeners } of balancers) {
      for (const { path, protocol } of listeners) {
        if (!udpProtocols.includes(protocol)) continue;
        report(
          [...path, "protocol"],
          `network load balancer "${name}" is dualstack and cannot listen for ${protocol}`,
          `write ipAddressType: ipv4 for the load balancer, or move the listener to one that is`,
        );
      }
    }
  },
};
