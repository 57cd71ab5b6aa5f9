import { networkFirewallFacts } from "../../aws/facts/network-firewall.ts";
import { tierOf } from "../../model/lookup.ts";
import { standsIn } from "../../model/routing/stands-in.ts";
import type { Rule } from "../rule.ts";

/** Nothing stands beside a firewall's endpoints. */
export const firewallTierShared: Rule<"firewall-tier-shared"> = {
  id: "firewall-tier-shared",
  severity: "warning",
  title: "The tier of a Network Firewall holds its endpoints and nothing else.",
  why: "A firewall endpoint cannot filter packets that come from or go to its own subnet: whatever stands there is not inspected, and nothing says so. AWS tells to keep firewall subnets for firewalls alone.",
  sources: [networkFirewallFacts.firewallSubnetsAreExclusive],
  check(network, report) {
    for (const { name, path, tier } of network.networkFirewalls) {
      const others = standsIn(network, tierOf(network, tier));
      if (others.length === 0) continue;
      report(
        [...path, "subnets"],
        `firewall "${name}" shares tier "${tier}" with ${others.join(", ")}, whose packets it does not see`,
        "let the firewall stand in a tier of its own",
      );
    }
  },
};
