import { EPHEMERAL_PORTS, icmpv6Messages, RESERVED_SOURCE_PORTS } from "../../aws/protocols.ts";
import { NAT64_PREFIX } from "../../aws/well-known-prefixes.ts";
import { type AddressFamily, contains } from "../../base/prefix.ts";
import { knownCidr } from "../addressing/cidr.ts";
import { type Whereabouts, whereaboutsOf } from "../addressing/vpc-blocks.ts";
import { tiersOf } from "../lookup.ts";
import { routesOfIpv6Tiers } from "../routing/route-lookup.ts";
import type { Direction, NetworkAcl, NetworkAclEntry, PortRange } from "../types/filtering.ts";
import type { Network } from "../types/network.ts";
import type { Route } from "../types/routing.ts";
import { hasFamily, type Vpc } from "../types/subnets.ts";
import {
  ALL_PORTS,
  common,
  entriesThatAllow,
  icmpMessages,
  meaningOf,
  type Packets,
} from "./network-acl-analysis.ts";

const NAT64 = knownCidr(NAT64_PREFIX).prefix;

/** The other direction: where answers go. */
export function reverseOf(direction: Direction): Direction {
  return direction === "ingress" ? "egress" : "ingress";
}

/** True when a tier of the network ACL has the family. */
export function servesFamily(network: Network, acl: NetworkAcl, family: AddressFamily): boolean {
  return tiersOf(network, acl.tiers).some(({ addressing }) => hasFamily(addressing, family));
}

/**
 * The entries that let TCP pass in a direction without a conversation coming of it: no answers to the ephemeral ports
 * go back, and they are not there for answers themselves. What could be there for the answers to calls that find none
 * is not told a second time. None for a family that no tier of the network ACL has.
 */
export function unansweredEntries(
  network: Network,
  acl: NetworkAcl,
  direction: Direction,
  family: AddressFamily,
): readonly NetworkAclEntry[] {
  if (!servesFamily(network, acl, family)) return [];
  const { vpc } = network;
  const isCall = (entry: NetworkAclEntry): boolean => !letsAnswersThrough(vpc, entry);
  const found = withoutConversation(vpc, acl, direction, family);
  if (found.some(isCall)) return found;
  return withoutConversation(vpc, acl, reverseOf(direction), family).some(isCall) ? [] : found;
}

function withoutConversation(
  vpc: Vpc,
  acl: NetworkAcl,
  direction: Direction,
  family: AddressFamily,
): readonly NetworkAclEntry[] {
  const tcp = (way: Direction, packets: Pick<Packets, "selectors" | "block">): readonly NetworkAclEntry[] =>
    entriesThatAllow(vpc, acl, { direction: way, family, protocol: "tcp", ...packets });
  const back = reverseOf(direction);
  return tcp(direction, { selectors: ALL_PORTS, block: null }).filter((entry) => {
    const { block } = meaningOf(vpc, entry);
    if (tcp(back, { selectors: EPHEMERAL_PORTS, block }).length > 0) return false;
    const reserved = tcp(back, { selectors: RESERVED_SOURCE_PORTS, block });
    if (reserved.some((answer) => isForReservedSources(vpc, answer))) return false;
    return !letsAnswersThrough(vpc, entry) || tcp(back, { selectors: ALL_PORTS, block }).length === 0;
  });
}

/** One port is a service's; a range of those that clients call from can be where answers arrive. */
function letsAnswersThrough(vpc: Vpc, entry: NetworkAclEntry): boolean {
  return sharesRange(vpc, entry, EPHEMERAL_PORTS) || isForReservedSources(vpc, entry);
}

/** An entry of more than reserved ports is not written for those who call from there. */
function isForReservedSources(vpc: Vpc, entry: NetworkAclEntry): boolean {
  const { selectors } = meaningOf(vpc, entry);
  return selectors.to <= RESERVED_SOURCE_PORTS.to && sharesRange(vpc, entry, RESERVED_SOURCE_PORTS);
}

function sharesRange(vpc: Vpc, entry: NetworkAclEntry, ports: PortRange): boolean {
  const range = common(meaningOf(vpc, entry).selectors, ports);
  return range !== null && range.from < range.to;
}

/**
 * True when IPv6 connections with the world outside the VPC can be made through the network ACL, but no Packet Too Big
 * from there comes in. NAT64 does not count: the NAT gateway keeps segments small. Nor does what lacks its answers.
 */
export function blocksPacketTooBig(network: Network, acl: NetworkAcl): boolean {
  if (!leadsOutside(network, acl)) return false;
  const { vpc } = network;
  const ipv6 = { family: "ipv6", block: null } as const;
  const talks = (direction: Direction): boolean =>
    entriesThatAllow(vpc, acl, { ...ipv6, direction, protocol: "tcp", selectors: ALL_PORTS }).some(
      (entry) => farEndOf(vpc, entry) === "outside",
    );
  const { type } = icmpv6Messages.packetTooBig;
  const hears = entriesThatAllow(vpc, acl, {
    ...ipv6,
    direction: "ingress",
    protocol: "icmp",
    selectors: icmpMessages(type, 0),
  }).some((entry) => farEndOf(vpc, entry) !== "inside");
  if (hears || !talks("ingress") || !talks("egress")) return false;
  return (["ingress", "egress"] as const).every(
    (direction) => unansweredEntries(network, acl, direction, "ipv6").length === 0,
  );
}

function leadsOutside(network: Network, acl: NetworkAcl): boolean {
  return routesOfIpv6Tiers(network).some(
    ({ tier, routes }) => acl.tiers.includes(tier.name) && routes.some(isToSmallerLinks),
  );
}

/** Links between VPCs are as wide as those inside. */
function isToSmallerLinks({ destination: { prefix }, target }: Route): boolean {
  const isPeering = target.kind === "vpc-peering-connection" || target.kind === "own-vpc-peering-connection";
  return prefix.family === "ipv6" && !contains(NAT64, prefix) && !isPeering;
}

function farEndOf(vpc: Vpc, { cidr }: NetworkAclEntry): Whereabouts {
  if (cidr.kind === "cidr-elsewhere") return "unknown";
  if (cidr.kind === "vpc" || contains(NAT64, cidr.cidr.prefix)) return "inside";
  return whereaboutsOf(vpc, cidr.cidr.prefix);
}
