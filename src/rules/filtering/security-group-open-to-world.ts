import { addressingFacts } from "../../aws/facts/addressing.ts";
import { filteringFacts } from "../../aws/facts/filtering.ts";
import { protocols } from "../../aws/protocols.ts";
import { ANY_IPV4, ANY_IPV6 } from "../../aws/well-known-prefixes.ts";
import { atKey } from "../../base/diagnostic.ts";
import { formatPath } from "../../base/path.ts";
import { contains, parsePrefix } from "../../base/prefix.ts";
import { networkText } from "../../model/addressing/cidr.ts";
import { describeTraffic, hasPorts, type Traffic, trafficOfRule } from "../../model/filtering/traffic.ts";
import type { Peer, SecurityGroupRule } from "../../model/types/filtering.ts";
import type { Network } from "../../model/types/network.ts";
import type { Cidr } from "../../model/types/shared.ts";
import type { Rule } from "../rule.ts";

/** Web servers are for everybody. */
const WEB_PORTS: readonly number[] = [80, 443];

const HINT =
  "write who may call, such as from: { securityGroup: <name> }, or accept this finding with the reason";

/** Only what is meant for everybody is open to everybody. */
export const securityGroupOpenToWorld: Rule<"security-group-open-to-world"> = {
  id: "security-group-open-to-world",
  severity: "warning",
  title: "Security groups let the whole internet in on ports 80 and 443 only.",
  why: "Every IPv6 address is globally routable: there is no NAT in front of it that keeps strangers out by accident, only the security group. Scanners find a port that is open to ::/0 or 0.0.0.0/0 within hours. ICMP and ICMPv6 are not looked at, since IPv6 needs them.",
  sources: [
    filteringFacts.securityGroupOpenToWorld,
    filteringFacts.anyIpv4IsNotAnyIpv6,
    addressingFacts.ipv6AddressesArePublic,
  ],
  check(network, report) {
    for (const { rules } of network.securityGroups) {
      const open = rules.filter((rule) => rule.direction === "ingress" && isRisky(trafficOfRule(rule)));
      for (const rule of open) {
        // The two halves of a rule for both families are one finding.
        const halves = open.filter((other) => formatPath(other.path) === formatPath(rule.path));
        const blocks = halves.flatMap(({ peer }) => worldBlocks(network, peer)).map(networkText);
        if (blocks.length > 0) report(atKey(rule.path), messageOf(rule, blocks), HINT);
      }
    }
  },
};

function messageOf(rule: SecurityGroupRule, blocks: readonly string[]): string {
  const traffic = trafficOfRule(rule);
  const what =
    traffic.protocol === protocols.all.number ? "every port of every protocol" : describeTraffic(traffic);
  return `ingress rule "${rule.name}" opens ${what} to the whole internet (${[...new Set(blocks)].join(" and ")})`;
}

function isRisky({ protocol, ports }: Traffic): boolean {
  if (protocol === null || protocol === protocols.icmp.number) return false;
  if (!hasPorts(protocol)) return true;
  if (ports === null) return false;
  return ports.from !== ports.to || !WEB_PORTS.includes(ports.from);
}

/** All addresses, or all of IPv6 that is routed on the internet: 2000::/3. */
const WORLD = [ANY_IPV4, ANY_IPV6, "2000::/3"].map(parsePrefix).filter((prefix) => prefix !== null);

function worldBlocks(network: Network, peer: Peer): readonly Cidr[] {
  const list =
    peer.kind === "prefix-list" ? network.prefixLists.find(({ name }) => name === peer.name) : null;
  const blocks = peer.kind === "cidr" ? [peer.cidr] : (list?.entries ?? []).map(({ cidr }) => cidr);
  return blocks.filter(({ prefix }) => WORLD.some((world) => contains(prefix, world)));
}
