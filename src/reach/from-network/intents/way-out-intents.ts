import { NAT64_PREFIX } from "../../../aws/well-known-prefixes.ts";
import type { AddressFamily } from "../../../base/prefix.ts";
import { knownCidr } from "../../../model/addressing/cidr.ts";
import { isNat64 } from "../../../model/routing/route-lookup.ts";
import type { Network } from "../../../model/types/network.ts";
import type { Route } from "../../../model/types/routing.ts";
import { hasFamily, type Tier } from "../../../model/types/subnets.ts";
import type { Intent, Node } from "../../topology/nodes.ts";
import { at } from "../network-context.ts";
import { type Declared, isClient, isForInternet, type Meant, rulesOf, takesPort } from "./meant.ts";

/** A host whose groups let it out to the internet is meant to use the ways there that its tiers are given. */
export function wayOutIntents(declared: Declared): readonly Meant[] {
  return declared.nodes
    .filter(isClient)
    .flatMap((node) => tiersOf(declared, node).flatMap((tier) => waysFor(declared, node, tier)));
}

function tiersOf({ context }: Declared, { interfaces }: Node): readonly Tier[] {
  const own = interfaces.map(({ subnet }) => subnet);
  const placed = [...context.subnets.values()].filter(({ id }) => own.includes(id));
  return [...new Set(placed.map(({ tier }) => tier))];
}

function waysFor(declared: Declared, node: Node, tier: Tier): readonly Meant[] {
  const egress = rulesOf(declared, node, "egress").filter(({ traffic }) => takesPort(traffic, HTTPS));
  const has = (family: AddressFamily) =>
    node.opens.includes(family) && node.interfaces.some((one) => one[family] !== null);
  return waysOutOf(declared.context.network, tier)
    .filter(
      ({ sends }) =>
        has(sends) && egress.some(({ peer }) => peer.kind === "block" && isForInternet(peer.block, sends)),
    )
    .map(({ intent }): Meant => ({ node: node.id, intent }));
}

const HTTPS = 443;

/** A way out that a tier's keys ask for. */
export interface WayOut {
  /** The family of the packets that the host sends. */
  readonly sends: AddressFamily;
  readonly intent: Intent;
}

/** The ways out of a tier, each with a server that is reached by it alone. */
export function waysOutOf(network: Network, tier: Tier): readonly WayOut[] {
  const { path, name, addressing, enableDns64, nat64, internet, natGateway } = tier;
  const to = (key: string, destination: string, family: Intent["family"], why: string): Intent => ({
    place: at(tier.writtenKeys.includes(key) ? [...path, key] : path),
    to: { kind: "destination", id: destination },
    protocol: "tcp",
    port: HTTPS,
    family,
    why: `${why} of tier ${name}`,
  });
  const hasIpv4 = hasFamily(addressing, "ipv4");
  const hasIpv6 = hasFamily(addressing, "ipv6");
  const translated = to(nat64 ? "nat64" : "enableDns64", IPV4_SERVER, hasIpv4 ? "ipv6" : "any", "NAT64");
  const ipv6 = to("internet", IPV6_SERVER, "ipv6", "the IPv6 internet");
  const ipv4 = to("natGateway", IPV4_SERVER, "ipv4", "NAT gateway");
  const isPrivate = leadsToPrivateNat(network, tier);
  const isWide = hasIpv6 && (internet !== "none" || hasDefaultRouteToPeer(network, tier));
  const isTranslated = enableDns64 && network.vpc.enableDnsSupport && !translatesSomeOnly(network, tier);
  return [
    ...(hasIpv6 && isTranslated && !isPrivate ? [{ sends: "ipv6" as const, intent: translated }] : []),
    ...(isWide ? [{ sends: "ipv6" as const, intent: ipv6 }] : []),
    ...(hasIpv4 && natGateway !== null && internet !== "public" && !isPrivate
      ? [{ sends: "ipv4" as const, intent: ipv4 }]
      : []),
  ];
}

/** Who sends ::/0 to a peer means the internet: the peer's own blocks have longer prefixes. */
function hasDefaultRouteToPeer(network: Network, tier: Tier): boolean {
  return routesOf(network, tier).some(({ destination, target }) => {
    const isPeer = target.kind === "own-vpc-peering-connection" || target.kind === "vpc-peering-connection";
    return isPeer && destination.prefix.family === "ipv6" && destination.prefix.length === 0;
  });
}

/** A route of some IPv4 addresses behind NAT64 alone is a choice. */
function translatesSomeOnly(network: Network, tier: Tier): boolean {
  const whole = knownCidr(NAT64_PREFIX).prefix.length;
  const own = routesOf(network, tier).filter(({ destination }) => isNat64(destination));
  return own.length > 0 && own.every(({ destination }) => destination.prefix.length > whole);
}

/** A private NAT gateway is there for other networks, not for the internet. */
function leadsToPrivateNat(network: Network, tier: Tier): boolean {
  const names = routesOf(network, tier).flatMap(({ target }) =>
    target.kind === "nat-gateway" ? [target.name] : [],
  );
  return network.natGateways.some(
    ({ name, connectivityType }) => connectivityType === "private" && names.includes(name),
  );
}

function routesOf({ routeTables }: Network, { routeTable }: Tier): readonly Route[] {
  return routeTables.filter(({ tier }) => tier === routeTable).flatMap(({ routes }) => routes);
}

/** Destinations that have IPv4 alone, and both families. */
const IPV4_SERVER = "github.com";
const IPV6_SERVER = "pypi";
