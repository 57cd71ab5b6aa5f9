import { dnsFacts } from "../../aws/facts/dns.ts";
import type { Path } from "../../base/path.ts";
import type { Rule } from "../rule.ts";

/** The order of groups, and of their rules, is clear. */
export const dnsFirewallPriorityTwice: Rule<"dns-firewall-priority-twice"> = {
  id: "dns-firewall-priority-twice",
  severity: "error",
  title: "Rule groups of a VPC, and rules of a group, have different priorities.",
  why: "The DNS Firewall asks them in the order of their numbers, and AWS refuses a number that stands already. Terraform's plan does not know.",
  sources: [dnsFacts.dnsFirewallPriorities],
  check({ route53: { dnsFirewall } }, report) {
    if (dnsFirewall === null) return;
    const { ruleGroups, associations } = dnsFirewall;
    for (const list of [[...ruleGroups, ...associations], ...ruleGroups.map(({ rules }) => rules)]) {
      const seen = new Map<number, Path>();
      for (const { path, priority } of list) {
        const first = seen.get(priority);
        if (first === undefined) seen.set(priority, path);
        else
          report(
            [...path, "priority"],
            `priority ${priority} is that of "${first.at(-1)}" already`,
            "choose another number",
          );
      }
    }
  },
};
