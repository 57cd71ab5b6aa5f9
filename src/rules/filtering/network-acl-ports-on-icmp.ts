import { filteringFacts } from "../../aws/facts/filtering.ts";
import { networkAclProtocolNumber, protocols } from "../../aws/protocols.ts";
import { hasPorts } from "../../model/filtering/traffic.ts";
import type { Rule } from "../rule.ts";

/** Only TCP and UDP have ports. */
export const networkAclPortsOnIcmp: Rule<"network-acl-ports-on-icmp"> = {
  id: "network-acl-ports-on-icmp",
  severity: "error",
  title: "Ports stand in TCP and UDP entries of a network ACL only.",
  why: "A network ACL ignores ports for every other protocol. An entry for all protocols with port 443 lets everything through, and one for ICMPv6 is narrowed down by type and code alone.",
  sources: [filteringFacts.networkAclPortsIgnored],
  check(network, report) {
    for (const entry of network.networkAcls.flatMap(({ entries }) => entries)) {
      const { path, name, protocol, protocolText, ports } = entry;
      const number = networkAclProtocolNumber(protocol);
      if (ports === null || number === null || hasPorts(number)) continue;
      report(
        [...path, "ports"],
        `AWS ignores the ports of entry "${name}": its protocol is ${protocolText}`,
        number === protocols.all.number ? "write protocol: tcp or udp, or remove ports" : "remove ports",
      );
    }
  },
};
