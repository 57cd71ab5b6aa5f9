import { networkFirewallFacts } from "../../aws/facts/network-firewall.ts";
import type { Rule } from "../rule.ts";

/** A firewall does not lose what UDP had to cut. */
export const firewallDropsFragments: Rule<"firewall-drops-fragments"> = {
  id: "firewall-drops-fragments",
  severity: "warning",
  title: "A Network Firewall that passes UDP does not drop its fragments.",
  why: "An answer of UDP that is larger than the path takes comes in fragments: long answers of DNS, handshakes of VPNs. The first fragment has the ports, the others have none, and with aws:drop for fragments the whole answer is lost while small ones pass. Fragments that are forwarded are put together before rules are asked.",
  sources: [networkFirewallFacts.firewallStatelessDefaults],
  check(network, report) {
    for (const { name, policy } of network.networkFirewalls) {
      const { statelessDefaultAction, statelessFragmentDefaultAction: action, path } = policy;
      if (action !== "aws:drop" || statelessDefaultAction === "aws:drop") continue;
      report(
        [...path, "statelessFragmentDefaultAction"],
        `firewall "${name}" drops fragments of UDP packets, also of those that its rules pass`,
        `write ${statelessDefaultAction}, as for whole packets`,
      );
    }
  },
};
