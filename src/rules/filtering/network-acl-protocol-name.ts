import { filteringFacts } from "../../aws/facts/filtering.ts";
import { ICMPV6_SPELLINGS, networkAclProtocolNumber, protocols } from "../../aws/protocols.ts";
import { nearest } from "../../base/nearest.ts";
import type { Rule } from "../rule.ts";

/** A network ACL knows fewer words than a security group. */
export const networkAclProtocolName: Rule<"network-acl-protocol-name"> = {
  id: "network-acl-protocol-name",
  severity: "error",
  title: "Protocols of network ACL entries are spelled in a way that a network ACL takes.",
  why: "The words of security groups are not those of network ACLs: ICMPv6 is its number here, or ipv6-icmp, and the AWS provider refuses icmpv6 and icmp6. Words are in lower case.",
  sources: [filteringFacts.networkAclProtocolNames],
  check(network, report) {
    for (const { path, protocolText } of network.networkAcls.flatMap(({ entries }) => entries)) {
      if (networkAclProtocolNumber(protocolText) !== null) continue;
      const message = `a network ACL has no protocol "${protocolText}"`;
      report([...path, "protocol"], message, hintFor(protocolText.toLowerCase()));
    }
  },
};

const NAMES = Object.values(protocols).flatMap(({ networkAclNames }) => networkAclNames);

function hintFor(word: string): string {
  const icmpv6 = `write protocol: ${protocols.icmpv6.number}, with icmpType and icmpCode (-1 for all)`;
  if (networkAclProtocolNumber(word) !== null) return `write protocol: ${word}`;
  const near = nearest(word, [...NAMES, ...ICMPV6_SPELLINGS]);
  if (near === null) return `write ${NAMES.join(", ")}, or the protocol's IANA number`;
  return ICMPV6_SPELLINGS.includes(near) ? icmpv6 : `did you mean "${near}"?`;
}
