import { filteringFacts } from "../../aws/facts/filtering.ts";
import { ICMPV6_SPELLINGS, protocols, securityGroupProtocolNumber } from "../../aws/protocols.ts";
import { didYouMean } from "../../base/did-you-mean.ts";
import type { Rule } from "../rule.ts";

/** A security group knows four protocols by name. */
export const securityGroupProtocolUnknown: Rule<"security-group-protocol-unknown"> = {
  id: "security-group-protocol-unknown",
  severity: "error",
  title: "Protocols of security group rules are tcp, udp, icmp, icmpv6, all, or a number.",
  why: "EC2 knows these words only, in lower case, and numbers for the rest. The AWS provider lets other spellings such as icmp6 through its validation, so that only the apply fails.",
  sources: [filteringFacts.securityGroupProtocolNames, filteringFacts.providerPassesIcmp6],
  check(network, report) {
    for (const { path, protocol } of network.securityGroups.flatMap(({ rules }) => rules)) {
      if (securityGroupProtocolNumber(protocol) !== null) continue;
      report([...path, "protocol"], `a security group has no protocol "${protocol}"`, hintFor(protocol));
    }
  },
};

const NAMES = Object.values(protocols).flatMap(({ securityGroupNames }) => securityGroupNames);

function hintFor(protocol: string): string {
  const word = protocol.toLowerCase();
  if (ICMPV6_SPELLINGS.includes(word)) return `write protocol: ${protocols.icmpv6.securityGroupWord}`;
  if (securityGroupProtocolNumber(word) !== null) return `write protocol: ${word}`;
  return didYouMean(word, NAMES, "write the protocol's IANA number");
}
