import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import { atKey } from "../../base/diagnostic.ts";
import type { Listener } from "../../model/types/listeners.ts";
import type { Rule } from "../rule.ts";

/** Rules by address family are for clients of both families. */
export const listenerRuleWithoutDualstackNetworkBalancer: Rule<"listener-rule-without-dualstack-network-balancer"> =
  {
    id: "listener-rule-without-dualstack-network-balancer",
    severity: "error",
    title: "A listener with rules by the clients' address family is a dualstack network load balancer's.",
    why: "Elastic Load Balancing takes rules by the address family of clients for dualstack network load balancers. An application load balancer forwards both families to any target group, as it speaks for the clients itself.",
    sources: [loadBalancingFacts.listenerRulesByFamily],
    check({ loadBalancers }, report) {
      for (const { name, type, ipAddressType, listeners } of loadBalancers) {
        if (type === "network" && ipAddressType === "dualstack") continue;
        const hint =
          type === "network"
            ? "write ipAddressType: dualstack, or remove the rules"
            : "write sourceIp: { cidrs: … }, or remove the rules";
        for (const { path } of listeners.filter(hasRulesByFamily)) {
          const message = `load balancer "${name}" is ${type} and ${ipAddressType}, and takes no rules by address family`;
          report(atKey([...path, "rules"]), message, hint);
        }
      }
    },
  };

function hasRulesByFamily({ rules }: Listener): boolean {
  return rules.some(({ conditions }) => conditions.ipAddressType !== null);
}
