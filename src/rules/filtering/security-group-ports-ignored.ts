import { filteringFacts } from "../../aws/facts/filtering.ts";
import { protocols, securityGroupProtocolNumber } from "../../aws/protocols.ts";
import { hasPorts, trafficOfRule } from "../../model/filtering/traffic.ts";
import type { Rule } from "../rule.ts";

const ICMP: readonly string[] = [protocols.icmp.securityGroupWord, protocols.icmpv6.securityGroupWord];

/** Ports on a protocol without ports open everything. */
export const securityGroupPortsIgnored: Rule<"security-group-ports-ignored"> = {
  id: "security-group-ports-ignored",
  severity: "error",
  title: "Ports stand in TCP and UDP rules of a security group only.",
  why: "For all protocols, and for those other than TCP and UDP, EC2 allows every port whatever range is given: a rule for all protocols on port 443 opens the whole host.",
  sources: [filteringFacts.securityGroupPortsIgnored],
  check(network, report) {
    for (const rule of network.securityGroups.flatMap(({ rules }) => rules)) {
      const { path, name, protocol, ports } = rule;
      // ICMP carries its type and code in their place.
      if (ports === null || ICMP.includes(protocol) || securityGroupProtocolNumber(protocol) === null)
        continue;
      if (hasPorts(trafficOfRule(rule).protocol)) continue;
      report(
        [...path, "ports"],
        `AWS ignores the ports of rule "${name}" and allows all of ${protocol === protocols.all.securityGroupWord ? "every protocol" : `protocol ${protocol}`}`,
        "write protocol: tcp or udp, or remove ports",
      );
    }
  },
};
