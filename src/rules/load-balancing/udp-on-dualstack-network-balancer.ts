import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import { forwardsOf } from "../../model/load-balancing/forwards-of.ts";
import { needsSourceNatPrefix, takesUdp } from "../../model/load-balancing/source-nat.ts";
import type { Listener } from "../../model/types/listeners.ts";
import type { Network } from "../../model/types/network.ts";
import type { Rule } from "../rule.ts";

/** UDP and dualstack go together with IPv6 targets only. */
export const udpOnDualstackNetworkBalancer: Rule<"udp-on-dualstack-network-balancer"> = {
  id: "udp-on-dualstack-network-balancer",
  severity: "warning",
  title: "UDP and TCP_UDP listeners of a dualstack network load balancer have IPv6 targets.",
  why: "A dualstack network load balancer takes UDP only with prefixes for IPv6 source NAT, and, as far as is known, forwards it to IPv6 targets. Hextet turns the prefixes on: by the argument of the provider where every allowed version has it, by the provider hook nlb-ipv6-source-nat otherwise.",
  sources: [loadBalancingFacts.udpOnDualStack],
  check(network, report) {
    for (const { name, listeners } of network.loadBalancers.filter(needsSourceNatPrefix)) {
      for (const listener of listeners.filter(takesUdp)) {
        const group = ipv4GroupOf(network, listener);
        if (group === undefined) continue;
        report(
          [...listener.path, "protocol"],
          `network load balancer "${name}" is dualstack and listens for ${listener.protocol}, but target group "${group}" is ipv4`,
          "write ipAddressType: ipv6 for the target group, or ipAddressType: ipv4 for the load balancer",
        );
      }
    }
  },
};

function ipv4GroupOf(network: Network, listener: Listener): string | undefined {
  const names = forwardsOf(listener).map(({ targetGroup }) => targetGroup);
  return network.targetGroups.find(
    ({ name, ipAddressType }) => names.includes(name) && ipAddressType === "ipv4",
  )?.name;
}
