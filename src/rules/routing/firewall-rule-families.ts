import { networkFirewallFacts } from "../../aws/facts/network-firewall.ts";
import { familyName } from "../../base/family-name.ts";
import { familyOf, statefulRulesOf } from "../../model/routing/firewall-analysis.ts";
import type { Rule } from "../rule.ts";

/** Both ends of a rule are of one family. */
export const firewallRuleFamilies: Rule<"firewall-rule-families"> = {
  id: "firewall-rule-families",
  severity: "warning",
  title: "Source and destination of a firewall's rule are of one family.",
  why: "A packet is of one family: a rule from an IPv4 block to an IPv6 block, or the other way round, matches none. ANY, $HOME_NET and $EXTERNAL_NET stand for both families; of two blocks each family needs a rule of its own.",
  sources: [networkFirewallFacts.firewallHomeNet],
  check(network, report) {
    for (const { policy } of network.networkFirewalls) {
      for (const { name, path, source, destination } of statefulRulesOf(policy)) {
        const [from, to] = [familyOf(source), familyOf(destination)];
        if (from === null || to === null || from === to) continue;
        report(
          path,
          `rule "${name}" goes from ${familyName(from)} to ${familyName(to)}, and matches no packet`,
          "write a rule for each family, or $HOME_NET and $EXTERNAL_NET, which are both",
        );
      }
    }
  },
};
