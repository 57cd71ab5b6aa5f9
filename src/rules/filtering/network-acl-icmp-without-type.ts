import { filteringFacts } from "../../aws/facts/filtering.ts";
import { networkAclProtocolNumber, protocols } from "../../aws/protocols.ts";
import type { NetworkAclEntry } from "../../model/types/filtering.ts";
import type { Rule } from "../rule.ts";

/** ICMP in a network ACL says which messages it means. */
export const networkAclIcmpWithoutType: Rule<"network-acl-icmp-without-type"> = {
  id: "network-acl-icmp-without-type",
  severity: "error",
  title: "ICMP and ICMPv6 entries of a network ACL have a type and a code.",
  why: "EC2 wants a type and a code for ICMP, and for ICMPv6 with an IPv6 block. Where they are missing the AWS provider sends type 0 and code 0, which no ICMPv6 message has: the entry looks right and matches nothing.",
  sources: [
    filteringFacts.networkAclIcmpv6NeedsType,
    filteringFacts.networkAclIcmpv6WithoutTypeSendsZero,
    filteringFacts.networkAclIcmpNeedsType,
  ],
  check(network, report) {
    for (const entry of network.networkAcls.flatMap(({ entries }) => entries)) {
      if (!isIcmpOfItsFamily(entry) || entry.icmp !== null) continue;
      report(
        [...entry.path, "protocol"],
        `${entry.cidr.family === "ipv4" ? "ICMP" : "ICMPv6"} entry "${entry.name}" has no type and code`,
        "write icmpType: -1 and icmpCode: -1 for all messages",
      );
    }
  },
};

function isIcmpOfItsFamily({ protocol, cidr }: NetworkAclEntry): boolean {
  const { icmp, icmpv6 } = protocols;
  return networkAclProtocolNumber(protocol) === (cidr.family === "ipv4" ? icmp.number : icmpv6.number);
}
