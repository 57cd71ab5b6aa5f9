import { EPHEMERAL_PORTS, icmpv6Messages } from "../aws/protocols.ts";
import { NAT64_PREFIX } from "../aws/well-known-prefixes.ts";
import { type AddressFamily, contains } from "../base/prefix.ts";
import { knownCidr } from "./cidr.ts";
import { tiersOf } from "./lookup.ts";
import {
  ALL_PORTS,
  common,
  entriesThatAllow,
  icmpMessages,
  meaningOf,
  type Packets,
} from "./network-acl-analysis.ts";
import { routesOfIpv6Tiers } from "./route-lookup.ts";
import type { Direction, NetworkAcl, NetworkAclEntry } from "./types/filtering.ts";
import type { Network } from "./types/network.ts";
import { hasFamily, type Vpc } from "./types/subnets.ts";
import { type Whereabouts, whereaboutsOf } from "./vpc-blocks.ts";

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
 * go back, and they are no answers themselves. None for a family that no tier of the network ACL has.
 */
export function unansweredEntries(
  network: Network,
  acl: NetworkAcl,
  direction: Direction,
  family: AddressFamily,
): readonly NetworkAclEntry[] {
  if (!servesFamily(network, acl, family)) return [];
  const tcp = (way: Direction, packets: Pick<Packets, "selectors" | "block">): readonly NetworkAclEntry[] =>
    entriesThatAllow(network.vpc, acl, { direction: way, family, protocol: "tcp", ...packets });
  const back = reverseOf(direction);
  return tcp(direction, { selectors: ALL_PORTS, block: null }).filter((entry) => {
    const { block } = meaningOf(network.vpc, entry);
    if (tcp(back, { selectors: EPHEMERAL_PORTS, block }).length > 0) return false;
    return !letsAnswersThrough(network.vpc, entry) || tcp(back, { selectors: ALL_PORTS, block }).length === 0;
  });
}

/** One port above 1023 is a service's; a range of them can be where answers arrive. */
function letsAnswersThrough(vpc: Vpc, entry: NetworkAclEntry): boolean {
  const range = common(meaningOf(vpc, entry).selectors, EPHEMERAL_PORTS);
  return range !== null && range.from < range.to;
}

/**
 * True when IPv6 connections with the world outside the VPC can be made through the network ACL, but no Packet Too Big
 * from there comes in. NAT64 does not count: the NAT gateway keeps segments small.
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
  return !hears && talks("ingress") && talks("egress");
}

function leadsOutside(network: Network, acl: NetworkAcl): boolean {
  return routesOfIpv6Tiers(network).some(
    ({ tier, routes }) =>
      acl.tiers.includes(tier.name) &&
      routes.some(({ destination: { prefix } }) => prefix.family === "ipv6" && !contains(NAT64, prefix)),
  );
}

function farEndOf(vpc: Vpc, { cidr }: NetworkAclEntry): Whereabouts {
  if (cidr.kind === "vpc" || contains(NAT64, cidr.cidr.prefix)) return "inside";
  return whereaboutsOf(vpc, cidr.cidr.prefix);
}
