import { filteringFacts } from "../../aws/facts/filtering.ts";
import { protocols } from "../../aws/protocols.ts";
import { familiesOfPeer } from "../../model/filtering/security-group-lookup.ts";
import type { Rule } from "../rule.ts";

/** Each family has an ICMP of its own. */
export const securityGroupIcmpFamily: Rule<"security-group-icmp-family"> = {
  id: "security-group-icmp-family",
  severity: "warning",
  title: "Security group rules join icmp with IPv4 peers and icmpv6 with IPv6 peers.",
  why: "ICMP and ICMPv6 are two protocols with numbers and types of their own. No IPv6 packet carries ICMP and no IPv4 packet carries ICMPv6: a rule that joins one with a block of the other family lets nothing through. For peers of both families Hextet writes each half with its own.",
  sources: [filteringFacts.securityGroupIcmpIsPerFamily],
  check(network, report) {
    for (const { path, protocol, peer } of network.securityGroups.flatMap(({ rules }) => rules)) {
      const families = familiesOfPeer(network, peer);
      if (protocol === protocols.icmp.securityGroupWord && !families.includes("ipv4"))
        report(
          [...path, "protocol"],
          "no IPv6 packet carries icmp, but the peer has IPv6 only",
          "write protocol: icmpv6, with the types of ICMPv6",
        );
      if (protocol === protocols.icmpv6.securityGroupWord && !families.includes("ipv6"))
        report(
          [...path, "protocol"],
          "no IPv4 packet carries icmpv6, but the peer has IPv4 only",
          "write protocol: icmp, with the types of ICMP",
        );
    }
  },
};
