import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import { needsSourceNatPrefix, takesUdp } from "../../model/load-balancing/source-nat.ts";
import type { Listener } from "../../model/types/load-balancing.ts";
import type { Network } from "../../model/types/network.ts";
import type { Rule } from "../rule.ts";

const HOOK = "nlb-ipv6-source-nat";

/** UDP and dualstack go together with a source-NAT prefix and IPv6 targets only. */
export const udpOnDualstackNetworkBalancer: Rule<"udp-on-dualstack-network-balancer"> = {
  id: "udp-on-dualstack-network-balancer",
  severity: "error",
  title:
    "UDP and TCP_UDP listeners of a dualstack network load balancer have a source-NAT prefix and IPv6 targets.",
  why: "A dualstack network load balancer takes UDP only with prefixes for IPv6 source NAT, and forwards it to IPv6 targets. AWS provider 5.100.0 has no argument for the prefixes; the provider hook nlb-ipv6-source-nat turns them on unless terraform.hooks says native.",
  sources: [loadBalancingFacts.udpOnDualStack],
  check(network, report) {
    const isHooked = network.hooks.some(({ id, state }) => id === HOOK && state === "hook");
    for (const { name, listeners } of network.loadBalancers.filter(needsSourceNatPrefix)) {
      for (const listener of listeners.filter(takesUdp)) {
        const { path, protocol } = listener;
        const group = ipv4GroupOf(network, listener);
        if (!isHooked) {
          report(
            [...path, "protocol"],
            `network load balancer "${name}" is dualstack and cannot listen for ${protocol} without the provider hook ${HOOK}`,
            `take ${HOOK} out of terraform.hooks, or write ipAddressType: ipv4 for the load balancer`,
          );
        } else if (group !== undefined) {
          report(
            [...path, "protocol"],
            `network load balancer "${name}" is dualstack and listens for ${protocol}, but target group "${group}" is ipv4`,
            "write ipAddressType: ipv6 for the target group, or ipAddressType: ipv4 for the load balancer",
          );
        }
      }
    }
  },
};

function ipv4GroupOf(network: Network, { action }: Listener): string | undefined {
  if (action.kind !== "forward") return undefined;
  return network.targetGroups.find(
    (group) => group.name === action.targetGroup && group.ipAddressType === "ipv4",
  )?.name;
}
