import { NAT64_PREFIX } from "../../aws/well-known-prefixes.ts";
import { contains, type Prefix } from "../../base/prefix.ts";
import { knownCidr, networkText } from "../addressing/cidr.ts";
import { knownBlocks } from "../addressing/vpc.ts";
import { whatIsThere } from "../migration/what-is-there.ts";
import type { Network } from "../types/network.ts";
import type { Route, RoutedPrefixList, RouteTable, RouteTarget } from "../types/routing.ts";
import type { Cidr } from "../types/shared.ts";
import { hasFamily, type Tier, type Vpc } from "../types/subnets.ts";
import { subnetOfOthers } from "./tables-of-others.ts";

/** A tier with its routes, each once however many zones the tier has a table for. */
export interface TierRoutes {
  readonly tier: Tier;
  /** One for a prefix list of the blueprint stands once for each of its blocks, after all that are for one block. */
  readonly routes: readonly Route[];
  /** Those for one block. */
  readonly blockRoutes: readonly Route[];
  /**
   * False where a route table of the tier stays managed outside this stack or learns from a virtual private gateway, or a route
   * is for a prefix list that is managed outside: there may be routes of which the blueprint does not know (learned ones, too),
   * so that nothing follows from the lack of one.
   */
  readonly isComplete: boolean;
}

/** What begins like the NAT64 prefix (RFC 6052, RFC 8215): a route of it to a NAT gateway is meant for NAT64. */
const NAT64_LIKE: Prefix = { ...knownCidr(NAT64_PREFIX).prefix, length: 32 };

/** The routes of every tier that has a route table; a tier whose subnets have no place in the plan may have none. */
export function routesByTier(network: Network): readonly TierRoutes[] {
  const there = whatIsThere(network);
  const learning = network.virtualPrivateGateways.flatMap(({ propagations }) => propagations);
  const isElsewhere = (table: RouteTable): boolean =>
    learning.some(({ routeTable }) => routeTable === table.id) ||
    there.isReferenced("aws_route_table", table.id) ||
    subnetOfOthers(there, table) !== null;
  return network.tiers.flatMap((tier) => {
    const tables = network.routeTables.filter((candidate) => candidate.tier === tier.routeTable);
    // The tables of a tier's zones differ in nothing but the zone of the NAT gateway.
    const [table] = tables;
    if (table === undefined) return [];
    const isComplete =
      !tables.some(isElsewhere) && table.prefixListRoutes.every(({ prefixList }) => isKnown(prefixList));
    return [{ tier, routes: [...table.routes, ...listed(table)], blockRoutes: table.routes, isComplete }];
  });
}

function isKnown({ kind }: RoutedPrefixList): boolean {
  return kind === "prefix-list";
}

/** The routes of a table to prefix lists whose blocks are known, one for each block. */
export function listed({ prefixListRoutes }: RouteTable): readonly Route[] {
  return prefixListRoutes.flatMap(({ prefixList, ...route }) =>
    prefixList.kind === "prefix-list"
      ? prefixList.blocks.map((destination) => ({ ...route, destination, derived: false }))
      : [],
  );
}

/** As `routesByTier`, without the tiers that have no IPv6: an IPv6 route there carries nothing. */
export function routesOfIpv6Tiers(network: Network): readonly TierRoutes[] {
  return routesByTier(network).filter(({ tier }) => hasFamily(tier.addressing, "ipv6"));
}

/**
 * The route that a packet to the block takes: of those that cover it, the one with the longest prefix
 * (routingFacts.mostSpecificRouteWins).
 */
export function routeFor(routes: readonly Route[], destination: Cidr): Route | null {
  return routes
    .filter((route) => contains(route.destination.prefix, destination.prefix))
    .reduce<Route | null>((best, route) => {
      return best === null || route.destination.prefix.length > best.destination.prefix.length ? route : best;
    }, null);
}

/** The routes of one destination, grouped, where there are several; in the order of the routes. */
export function competingRoutes(routes: readonly Route[]): readonly (readonly Route[])[] {
  const groups = new Map<string, Route[]>();
  for (const route of routes) {
    const text = networkText(route.destination);
    const group = groups.get(text);
    if (group === undefined) groups.set(text, [route]);
    else group.push(route);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** The routes whose destination goes both to an internet gateway and to an egress-only one. */
export function contestedRoutes(routes: readonly Route[]): readonly Route[] {
  return competingRoutes(routes).filter(goesToBothGateways).flat();
}

/** True when one destination goes both to an internet gateway and to an egress-only one. */
export function goesToBothGateways(group: readonly Route[]): boolean {
  return (
    group.some(({ target }) => target.kind === "internet-gateway") &&
    group.some(({ target }) => target.kind === "egress-only-internet-gateway")
  );
}

/** True when the block is the NAT64 prefix, or a part of it: IPv4 addresses behind NAT64. */
export function isNat64(destination: Cidr): boolean {
  return contains(knownCidr(NAT64_PREFIX).prefix, destination.prefix);
}

/** True when the block looks like the NAT64 prefix and is neither it nor a part of it, such as `64:ff9b::/32`. */
export function isAlmostNat64(destination: Cidr): boolean {
  return contains(NAT64_LIKE, destination.prefix) && !isNat64(destination);
}

/** True when packets to IPv4-only hosts may find a NAT64 there: not at the gateways to the IPv6 internet. */
export function mayTranslate(target: RouteTarget): boolean {
  return target.kind !== "internet-gateway" && target.kind !== "egress-only-internet-gateway";
}

/** True when the route can carry no packet whatever else the table says: the target does not take the family. */
export function isOfWrongFamily({ destination, target }: Route): boolean {
  if (destination.prefix.family === "ipv4") return target.kind === "egress-only-internet-gateway";
  return target.kind === "nat-gateway" && !contains(NAT64_LIKE, destination.prefix);
}

/** True when the block lies within one of the VPC's blocks that are known before apply, or is one. */
export function isInsideVpc(vpc: Vpc, destination: Cidr): boolean {
  return knownBlocks(vpc).some(({ prefix }) => contains(prefix, destination.prefix));
}

/** A tier whose DNS64 answers with addresses that no NAT64 is behind. */
export interface BlackHole {
  /** The route that packets to the NAT64 prefix take; null: none. */
  readonly taken: Route | null;
  /** The author's route that was meant for NAT64; null: there is none. */
  readonly culprit: Route | null;
}

/** What becomes of packets to the addresses that the tier's DNS64 makes up; null when they may be translated. */
export function blackHoleOf({ tier, routes, isComplete }: TierRoutes): BlackHole | null {
  if (!tier.enableDns64) return null;
  const taken = routeFor(routes, knownCidr(NAT64_PREFIX));
  if (taken !== null && mayTranslate(taken.target)) return null;
  const translated = routes.filter((route) => mayTranslate(route.target));
  // A route of some IPv4 addresses only, such as 64:ff9b::a00:0/104, is a choice.
  if (translated.some(({ destination }) => isNat64(destination))) return null;
  const misdirected = taken !== null && contains(NAT64_LIKE, taken.destination.prefix) ? taken : null;
  const culprit = misdirected ?? translated.find(({ destination }) => isAlmostNat64(destination)) ?? null;
  return culprit === null && !isComplete ? null : { taken, culprit };
}

/** The tiers that send something to the NAT gateway of that name. */
export function tiersRoutedTo(network: Network, natGateway: string): readonly Tier[] {
  return routesByTier(network)
    .filter(({ routes }) =>
      routes.some(({ target }) => target.kind === "nat-gateway" && target.name === natGateway),
    )
    .map(({ tier }) => tier);
}
