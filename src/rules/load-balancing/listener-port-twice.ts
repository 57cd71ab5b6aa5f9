import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import type { Rule } from "../rule.ts";

/** A port has one listener. */
export const listenerPortTwice: Rule<"listener-port-twice"> = {
  id: "listener-port-twice",
  severity: "error",
  title: "A load balancer has one listener for a port.",
  why: "Elastic Load Balancing refuses a second listener on a port, also when one speaks TCP and the other UDP: for both there is TCP_UDP.",
  sources: [loadBalancingFacts.oneListenerPerPort],
  check(network, report) {
    for (const { listeners } of network.loadBalancers) {
      for (const [index, { path, port }] of listeners.entries()) {
        const first = listeners.slice(0, index).find((other) => other.port === port);
        if (first === undefined) continue;
        report(
          [...path, "port"],
          `port ${port} already has listener "${first.name}"`,
          "write another port; for TCP and UDP on one port there is TCP_UDP",
        );
      }
    }
  },
};
