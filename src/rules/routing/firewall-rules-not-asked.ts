import { networkFirewallFacts } from "../../aws/facts/network-firewall.ts";
import type { Rule } from "../rule.ts";

/** A firewall with rules asks them. */
export const firewallRulesNotAsked: Rule<"firewall-rules-not-asked"> = {
  id: "firewall-rules-not-asked",
  severity: "warning",
  title: "A Network Firewall that has stateful rules forwards packets to them.",
  why: "With statelessDefaultAction aws:pass every packet goes on before a stateful rule sees it: the rule groups are there, cost capacity, and filter nothing. Logs stay empty too, since they tell of stateful rules only.",
  sources: [networkFirewallFacts.firewallStatelessDefaults],
  check(network, report) {
    for (const { name, policy } of network.networkFirewalls) {
      if (policy.statelessDefaultAction !== "aws:pass" || policy.ruleGroups.length === 0) continue;
      report(
        [...policy.path, "statelessDefaultAction"],
        `firewall "${name}" passes every packet before its rule groups see it`,
        "write aws:forward_to_sfe",
      );
    }
  },
};
