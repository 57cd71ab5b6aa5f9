import { filteringFacts } from "../../aws/facts/filtering.ts";
import { networkAclProtocolNumber, protocols } from "../../aws/protocols.ts";
import type { Rule } from "../rule.ts";

/** Each family has an ICMP of its own. */
export const networkAclIcmpFamily: Rule<"network-acl-icmp-family"> = {
  id: "network-acl-icmp-family",
  severity: "warning",
  title: "Network ACL entries join ICMP with IPv4 blocks and ICMPv6 with IPv6 blocks.",
  why: "ICMP and ICMPv6 are two protocols with numbers of their own. No IPv6 packet carries ICMP, so that an entry for it with an IPv6 block matches nothing: Packet Too Big and ping stay blocked. With an IPv4 block, AWS drops the type and code of an ICMPv6 entry.",
  sources: [filteringFacts.securityGroupIcmpIsPerFamily, filteringFacts.networkAclIcmpv6WithIpv4Cidr],
  check(network, report) {
    for (const { path, protocol, cidr } of network.networkAcls.flatMap(({ entries }) => entries)) {
      const number = networkAclProtocolNumber(protocol);
      if (cidr.family === "ipv6" && number === protocols.icmp.number)
        report(
          [...path, "protocol"],
          "no IPv6 packet carries ICMP for IPv4",
          `write protocol: ${protocols.icmpv6.number}, with the types of ICMPv6 (-1 for all)`,
        );
      if (cidr.family === "ipv4" && number === protocols.icmpv6.number)
        report(
          [...path, "protocol"],
          "no IPv4 packet carries ICMPv6",
          "write protocol: icmp, with the types of ICMP (-1 for all)",
        );
    }
  },
};
