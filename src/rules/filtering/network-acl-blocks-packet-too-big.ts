import { filteringFacts } from "../../aws/facts/filtering.ts";
import { icmpv6Messages, protocols } from "../../aws/protocols.ts";
import { atKey } from "../../base/diagnostic.ts";
import { blocksPacketTooBig } from "../../model/filtering/network-acl-conversations.ts";
import { freeRuleNumber } from "../../model/filtering/network-acl-numbers.ts";
import type { Rule } from "../rule.ts";

/** Who sends large packets over IPv6 must hear that they are too large. */
export const networkAclBlocksPacketTooBig: Rule<"network-acl-blocks-packet-too-big"> = {
  id: "network-acl-blocks-packet-too-big",
  severity: "warning",
  title: "Network ACLs that let TCP over IPv6 in and out let Packet Too Big (ICMPv6 type 2) in.",
  why: "IPv6 routers do not fragment. They drop a packet that is too large for the next link and say so by ICMPv6 type 2. When the network ACL blocks that message the sender never learns: connections open, small answers arrive, and large transfers hang. What is looked at are the entries for IPv6 in the order of their numbers, and whether the tiers have an IPv6 route out of the VPC.",
  sources: [filteringFacts.packetTooBig, filteringFacts.networkAclCustomDeniesAll],
  check(network, report) {
    const { number } = protocols.icmpv6;
    const { type } = icmpv6Messages.packetTooBig;
    for (const acl of network.networkAcls) {
      if (!blocksPacketTooBig(network, acl)) continue;
      report(
        atKey(acl.path),
        `network ACL "${acl.name}" lets TCP over IPv6 through, but no Packet Too Big (ICMPv6 type ${type}) in: large transfers hang`,
        `write under ingress: packet-too-big: { ruleNumber: ${freeRuleNumber(acl.entries, "ingress", 90)}, protocol: ${number}, icmpType: ${type}, icmpCode: 0, cidr: { cidrIpv6: "::/0" } }`,
      );
    }
  },
};
