import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import { loadBalancerTypes, targetGroupProtocolsFor } from "../../aws/load-balancing.ts";
import { forwardsOf } from "../../model/load-balancing/forwards-of.ts";
import type { LoadBalancer } from "../../model/types/load-balancing.ts";
import type { Network } from "../../model/types/network.ts";
import type { Rule } from "../rule.ts";

/** A listener forwards in a protocol that follows from its own. */
export const targetGroupProtocol: Rule<"target-group-protocol"> = {
  id: "target-group-protocol",
  severity: "error",
  title: "A target group speaks a protocol to which its listeners can forward.",
  why: "HTTP and HTTPS listeners forward to HTTP and HTTPS, TLS ones to TLS and TCP. TCP, UDP and TCP_UDP ones forward to their own protocol, and the first two also to TCP_UDP. Elastic Load Balancing refuses every other pair.",
  sources: [loadBalancingFacts.targetGroupProtocols],
  check(network, report) {
    for (const listener of network.loadBalancers.flatMap(knownListeners)) {
      const { name, protocol } = listener;
      for (const { path, targetGroup } of forwardsOf(listener)) {
        const group = groupOf(network, targetGroup);
        if (group === null || targetGroupProtocolsFor(protocol).includes(group.protocol)) continue;
        report(
          path,
          `${protocol} listener "${name}" cannot forward to target group "${group.name}", which speaks ${group.protocol}`,
          `write protocol: ${targetGroupProtocolsFor(protocol).join(" or ")} in targetGroups.${group.name}`,
        );
      }
    }
  },
};

/** A listener whose own protocol is wrong is reported for that. */
function knownListeners({ type, listeners }: LoadBalancer): LoadBalancer["listeners"] {
  const known: readonly string[] = loadBalancerTypes[type].listenerProtocols;
  return listeners.filter(({ protocol }) => known.includes(protocol));
}

function groupOf(network: Network, name: string): Network["targetGroups"][number] | null {
  return network.targetGroups.find((group) => group.name === name) ?? null;
}
