import { networkFirewallFacts } from "../../aws/facts/network-firewall.ts";
import { statefulRulesOf } from "../../model/routing/firewall-analysis.ts";
import type { Rule } from "../rule.ts";

/** Messages of ICMP have no ports. */
export const firewallIcmpPorts: Rule<"firewall-icmp-ports"> = {
  id: "firewall-icmp-ports",
  severity: "warning",
  title: "A firewall's rule for ICMP names no port.",
  why: "ICMP and ICMPv6 have types, and no ports: Suricata lets a rule that names a port match no message of theirs. A PASS lets nothing through then, not even Packet Too Big, and a DROP drops nothing. Types are written in Suricata's own words, with itype.",
  sources: [networkFirewallFacts.suricataIcmpHasNoPorts],
  check({ networkFirewalls }, report) {
    for (const rule of networkFirewalls.flatMap(({ policy }) => statefulRulesOf(policy))) {
      const written = PORTS.filter((key) => rule[key] !== null);
      const [first] = written;
      if (rule.protocol !== "ICMP" || first === undefined) continue;
      report(
        [...rule.path, first],
        `rule "${rule.name}" is for ICMP, which has no ports, and matches no packet`,
        `leave ${written.join(" and ")} out; a rulesString can name types, such as itype:2`,
      );
    }
  },
};

const PORTS = ["sourcePort", "destinationPort"] as const;
