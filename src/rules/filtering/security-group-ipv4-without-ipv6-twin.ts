import { filteringFacts } from "../../aws/facts/filtering.ts";
import { atKey } from "../../base/diagnostic.ts";
import { carriesIpv6, familiesOfPeer } from "../../model/filtering/security-group-lookup.ts";
import { describeTraffic, sharesTraffic, trafficOfRule } from "../../model/filtering/traffic.ts";
import type { SecurityGroup, SecurityGroupRule } from "../../model/types/filtering.ts";
import type { Network } from "../../model/types/network.ts";
import type { Rule } from "../rule.ts";

/** What a security group allows for IPv4 it allows for IPv6 too. */
export const securityGroupIpv4WithoutIpv6Twin: Rule<"security-group-ipv4-without-ipv6-twin"> = {
  id: "security-group-ipv4-without-ipv6-twin",
  severity: "warning",
  title: "Security group rules for IPv4 blocks have a rule for IPv6 beside them where IPv6 is used.",
  why: "A rule speaks of one family, and 0.0.0.0/0 does not cover ::/0. What is allowed for IPv4 alone is dropped for IPv6, and clients that prefer IPv6 wait for a timeout. A rule for IPv6 counts when it speaks of some of the same protocol and ports. Where IPv4 alone is meant, accept the finding with the reason.",
  sources: [filteringFacts.anyIpv4IsNotAnyIpv6, filteringFacts.securityGroupDefaultEgressRevoked],
  check(network, report) {
    for (const group of network.securityGroups) {
      if (!carriesIpv6(network, group)) continue;
      for (const rule of group.rules) {
        if (!isForIpv4Alone(network, rule) || hasTwin(network, group, rule)) continue;
        report(
          atKey(rule.path),
          `${rule.direction} rule "${rule.name}" allows ${describeTraffic(trafficOfRule(rule))} for IPv4, and no rule of security group "${group.name}" does for IPv6`,
          hintFor(rule),
        );
      }
    }
  },
};

/** Of the author's own blocks and lists; what a tier or the VPC has is written in every family that it has. */
function isForIpv4Alone(network: Network, { peer }: SecurityGroupRule): boolean {
  if (peer.kind !== "cidr" && peer.kind !== "prefix-list") return false;
  return !familiesOfPeer(network, peer).includes("ipv6");
}

function hasTwin(network: Network, { rules }: SecurityGroup, rule: SecurityGroupRule): boolean {
  return rules.some(
    (other) =>
      other.direction === rule.direction &&
      other.peer.kind !== "security-group" &&
      familiesOfPeer(network, other.peer).includes("ipv6") &&
      sharesTraffic(trafficOfRule(other), trafficOfRule(rule)),
  );
}

function hintFor({ peer, direction }: SecurityGroupRule): string {
  const side = direction === "ingress" ? "from" : "to";
  if (peer.kind === "cidr" && peer.cidr.prefix.length === 0) return `write ${side}: { anywhere: {} }`;
  return `write a rule beside it with ${side}: { cidrIpv6: <block> }, or accept this finding with the reason`;
}
