import { networkFirewallFacts } from "../../aws/facts/network-firewall.ts";
import { suricataRulesIn } from "../../model/routing/suricata-rules.ts";
import type { FirewallRulesSource } from "../../model/types/network-firewall.ts";
import type { Rule } from "../rule.ts";

/** A rule group has room for its rules. */
export const firewallRuleGroupCapacity: Rule<"firewall-rule-group-capacity"> = {
  id: "firewall-rule-group-capacity",
  severity: "error",
  title: "The capacity of a firewall's rule group is at least the number of its rules.",
  why: "Each stateful rule takes one of the group's capacity, and each domain of a list one for each protocol that is looked at. AWS refuses a group that has more, and Terraform's plan does not know. The capacity cannot be changed afterwards: another one is another group, so leave room.",
  sources: [networkFirewallFacts.firewallStatefulCapacity],
  check({ networkFirewalls }, report) {
    for (const { name, path, capacity, source } of networkFirewalls.flatMap(
      ({ policy }) => policy.ruleGroups,
    )) {
      const needed = rulesIn(source);
      if (needed <= capacity) continue;
      report(
        [...path, "capacity"],
        `"${name}" has a capacity of ${capacity}, and its rules need ${needed}`,
        `write ${needed} or more: it cannot be changed afterwards`,
      );
    }
  },
};

function rulesIn(source: FirewallRulesSource): number {
  switch (source.kind) {
    case "stateful-rules":
      return source.rules.length;
    case "domain-list":
      return source.targets.length * source.targetTypes.length;
    case "suricata":
      return suricataRulesIn(source.text).length;
    case "arn":
      return 0;
  }
}
