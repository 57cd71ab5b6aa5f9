import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import type { Listener, ListenerRule } from "../../model/types/listeners.ts";
import type { Rule } from "../rule.ts";

/** The same client comes over IPv4 or over IPv6. */
export const listenerRuleSourceIpFamily: Rule<"listener-rule-source-ip-family"> = {
  id: "listener-rule-source-ip-family",
  severity: "warning",
  title: "A rule by the client's address has blocks of each family in which clients come.",
  why: "The condition is held against the address that connects. Clients that have IPv6 take it where the load balancer has AAAA records: a rule with IPv4 blocks alone is then not for them, and they get what the next rule says. An IPv6 block at a load balancer without IPv6 is for nobody. A second rule with the other family's blocks, and all else the same, does as well.",
  sources: [loadBalancingFacts.listenerRuleSourceIp],
  check({ loadBalancers }, report) {
    for (const { name, ipAddressType, listeners } of loadBalancers) {
      for (const { rule, rules } of listeners.flatMap(rulesByAddress)) {
        const path = [...rule.path, "sourceIp", "cidrs"];
        const hasIpv6 = familiesOf(rule).includes("ipv6");
        if (ipAddressType !== "ipv4" && !hasIpv6 && !hasTwin(rule, rules))
          report(
            path,
            `rule "${rule.name}" has IPv4 blocks only, and is for no client that comes over IPv6`,
            "write the clients' IPv6 blocks too",
          );
        if (ipAddressType === "ipv4" && hasIpv6)
          report(
            path,
            `load balancer "${name}" has no IPv6, so that no client's address is of an IPv6 block`,
            "write ipAddressType: dualstack for the load balancer, or remove the block",
          );
      }
    }
  },
};

/** The rules of a listener that ask for the client's address, each with all of them. */
function rulesByAddress({ rules }: Listener) {
  return rules.filter(({ conditions }) => conditions.cidrs.length > 0).map((rule) => ({ rule, rules }));
}

function familiesOf({ conditions }: ListenerRule): readonly string[] {
  return conditions.cidrs.map(({ prefix }) => prefix.family);
}

/** True when another rule does the same for IPv6 blocks. */
function hasTwin(rule: ListenerRule, rules: readonly ListenerRule[]): boolean {
  return rules.some(
    (other) => other !== rule && familiesOf(other).includes("ipv6") && restOf(other) === restOf(rule),
  );
}

function restOf({ conditions, action }: ListenerRule): string {
  return JSON.stringify([{ ...conditions, cidrs: [] }, action]);
}
