import { networkFirewallFacts } from "../../aws/facts/network-firewall.ts";
import { asksRules, dropsTheRest, mayPass } from "../../model/routing/firewall-analysis.ts";
import type { Rule } from "../rule.ts";

/** A firewall lets something pass. */
export const firewallPassesNothing: Rule<"firewall-passes-nothing"> = {
  id: "firewall-passes-nothing",
  severity: "warning",
  title: "A Network Firewall lets something pass.",
  why: "With statelessDefaultAction aws:drop every packet is lost before a rule is asked. With statefulDefaultActions aws:drop_strict every packet is lost that no rule passes, and rules that only drop or alert pass none. All routes that lead to such a firewall are black holes.",
  sources: [networkFirewallFacts.firewallStatelessDefaults, networkFirewallFacts.firewallStatefulDefaults],
  check(network, report) {
    for (const { name, policy } of network.networkFirewalls) {
      const { statelessDefaultAction, path, ruleGroups } = policy;
      if (statelessDefaultAction === "aws:drop") {
        const message = `firewall "${name}" drops every packet before a rule is asked`;
        report([...path, "statelessDefaultAction"], message, "write aws:forward_to_sfe");
      } else if (asksRules(policy) && dropsTheRest(policy) && !ruleGroups.some(mayPass)) {
        const message = `firewall "${name}" drops every packet: none of its rules passes one`;
        report([...path, "statefulDefaultActions"], message, "add rules with action: PASS to ruleGroups");
      }
    }
  },
};
