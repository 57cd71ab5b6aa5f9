import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import { loadBalancerTypes } from "../../aws/load-balancing.ts";
import type { Rule } from "../rule.ts";

/** Each type of load balancer speaks its own protocols. */
export const listenerProtocol: Rule<"listener-protocol"> = {
  id: "listener-protocol",
  severity: "error",
  title: "Listeners speak a protocol of their load balancer's type.",
  why: "Application load balancers understand HTTP and HTTPS, network load balancers pass TCP, TLS and UDP. Elastic Load Balancing refuses a listener with a protocol of the other type.",
  sources: [loadBalancingFacts.listenerProtocols],
  check(network, report) {
    for (const { name, type, listeners } of network.loadBalancers) {
      const known: readonly string[] = loadBalancerTypes[type].listenerProtocols;
      for (const { path, protocol } of listeners) {
        if (known.includes(protocol)) continue;
        report(
          [...path, "protocol"],
          `load balancer "${name}" is of type ${type} and cannot listen for ${protocol}`,
          `write protocol: ${known.join(" or ")}`,
        );
      }
    }
  },
};
