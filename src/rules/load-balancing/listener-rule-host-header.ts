import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import type { Rule } from "../rule.ts";

/** A host name of a condition has a domain. */
export const listenerRuleHostHeader: Rule<"listener-rule-host-header"> = {
  id: "listener-rule-host-header",
  severity: "warning",
  title: "A host of a listener's rule has a dot, and letters after the last one.",
  why: "Elastic Load Balancing takes a host name with a dot in it, and after the last dot letters or wildcards only: no name of one word, no address, no port. It refuses a rule with another, after the load balancer has been made; Terraform's plan does not know.",
  sources: [loadBalancingFacts.ruleConditionHosts],
  yieldsTo: ["listener-rule-condition-text"],
  check({ loadBalancers }, report) {
    const listeners = loadBalancers.flatMap((balancer) => balancer.listeners);
    for (const { path, conditions } of listeners.flatMap(({ rules }) => rules)) {
      conditions.hosts.forEach((host, index) => {
        const wrong = wrongWith(host);
        if (wrong !== null)
          report(
            [...path, "hostHeader", index],
            `host "${host}" ${wrong}`,
            "write a name such as shop.example.com",
          );
      });
    }
  },
};

function wrongWith(host: string): string | null {
  // One wildcard is every host; whether it is taken, the documents do not say.
  if (/^\*+$/.test(host)) return null;
  if (!host.includes(".")) return "has no dot";
  // Domains of other alphabets are written so.
  const isDomain = /\.([a-z*?]+|xn--[a-z0-9-]+)$/i.test(host);
  return isDomain ? null : "has something else than letters after its last dot";
}
