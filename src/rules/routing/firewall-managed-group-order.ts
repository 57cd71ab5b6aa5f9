import { networkFirewallFacts } from "../../aws/facts/network-firewall.ts";
import type { Rule } from "../rule.ts";

const ACTION_ORDER = /:aws-managed:stateful-rulegroup\/(\w+)ActionOrder$/;

/** A group that AWS manages takes its rules in strict order. */
export const firewallManagedGroupOrder: Rule<"firewall-managed-group-order"> = {
  id: "firewall-managed-group-order",
  severity: "error",
  title: "A rule group that AWS manages is the one for strict order.",
  why: "The policies of Hextet take rules in strict order, and a group whose rules are in action order cannot be in them: AWS refuses the policy, which Terraform's plan does not know. Of each group that AWS manages there are two, and the end of the name tells them apart.",
  sources: [networkFirewallFacts.firewallGroupOrder],
  check({ networkFirewalls }, report) {
    for (const { path, source } of networkFirewalls.flatMap(({ policy }) => policy.ruleGroups)) {
      const group = source.kind === "arn" ? ACTION_ORDER.exec(source.arn)?.[1] : undefined;
      if (group === undefined) continue;
      report(
        [...path, "rulesSource", "ruleGroupArn"],
        `the rules of "${group}ActionOrder" are in action order, and those of the policy in strict order`,
        `write the same ARN with ${group}StrictOrder`,
      );
    }
  },
};
