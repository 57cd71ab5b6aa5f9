import { networkFirewallFacts } from "../../aws/facts/network-firewall.ts";
import type { Path } from "../../base/path.ts";
import { suricataRulesIn } from "../../model/routing/suricata-rules.ts";
import type { Report, Rule } from "../rule.ts";

/** The order of groups and rules is one. */
export const firewallOrderTwice: Rule<"firewall-order-twice"> = {
  id: "firewall-order-twice",
  severity: "error",
  title: "Priorities of rule groups are unique in their firewall, numbers of rules in their group.",
  why: "Rules are taken in strict order: groups by their priority, rules of a group by their number (sid). AWS refuses a policy in which two groups have one priority, and a group in which two rules have one number.",
  sources: [networkFirewallFacts.firewallRuleOrder],
  check(network, report) {
    for (const { policy } of network.networkFirewalls) {
      const groups = policy.ruleGroups.map(({ name, path, priority }) => ({ name, path, number: priority }));
      tellTwice(report, "priority", groups);
      for (const { path, source } of policy.ruleGroups) {
        if (source.kind === "stateful-rules")
          tellTwice(
            report,
            "sid",
            source.rules.map(({ name, path, sid }) => ({ name, path, number: sid })),
          );
        if (source.kind === "suricata")
          tellTwiceInText(report, [...path, "rulesSource", "rulesString"], source.text);
      }
    }
  },
};

interface Numbered {
  readonly name: string;
  readonly path: Path;
  readonly number: number;
}

function tellTwice(report: Report, key: "priority" | "sid", all: readonly Numbered[]): void {
  for (const [index, { name, path, number }] of all.entries()) {
    const first = all.slice(0, index).find((one) => one.number === number);
    if (first === undefined) continue;
    report([...path, key], `"${name}" has ${key} ${number}, as "${first.name}" has`, "write a free number");
  }
}

function tellTwiceInText(report: Report, path: Path, text: string): void {
  const sids = suricataRulesIn(text).flatMap(({ sid }) => (sid === null ? [] : [sid]));
  const twice = new Set(sids.filter((sid, index) => sids.indexOf(sid) !== index));
  for (const sid of twice) report(path, `two rules have sid ${sid}`, "write a free number");
}
