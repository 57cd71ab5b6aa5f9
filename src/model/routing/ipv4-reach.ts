import { hostsOf } from "../lookup.ts";
import type { Host } from "../types/compute.ts";
import type { Network } from "../types/network.ts";
import type { Route } from "../types/routing.ts";
import { hasFamily, type Tier } from "../types/subnets.ts";
import { isNat64, routesByTier, type TierRoutes } from "./route-lookup.ts";

/** A host with the first of its tiers from which nothing leads to servers that have only IPv4. */
export interface HostWithoutIpv4 {
  readonly host: Host;
  readonly tier: Tier;
}

/** The hosts that surely cannot reach an IPv4-only server: neither by IPv4 routes of their own nor through NAT64. */
export function hostsWithoutIpv4(network: Network): readonly HostWithoutIpv4[] {
  const cutOff = tiersWithoutIpv4(network).map(({ name }) => name);
  return hostsOf(network).flatMap(({ host, tiers }) => {
    const tier = tiers.find(({ name }) => cutOff.includes(name));
    return tier === undefined ? [] : [{ host, tier }];
  });
}

/** The tiers from which surely nothing leads to servers that have only IPv4. */
export function tiersWithoutIpv4(network: Network): readonly Tier[] {
  return routesByTier(network)
    .filter((tierRoutes) => !reachesIpv4(network, tierRoutes))
    .map(({ tier }) => tier);
}

/** Whatever lies behind a transit gateway, a peering or an appliance may lead on; so may routes managed elsewhere. */
function reachesIpv4(network: Network, { tier, routes, isComplete }: TierRoutes): boolean {
  if (!isComplete) return true;
  const ways = routes.filter(({ target }) => target.kind !== "egress-only-internet-gateway");
  const native = hasFamily(tier.addressing, "ipv4") && ways.some(isIpv4);
  const translated = tier.enableDns64 && ways.some((route) => isTranslated(network, route));
  return native || translated;
}

function isIpv4({ destination }: Pick<Route, "destination">): boolean {
  return destination.prefix.family === "ipv4";
}

/** A private NAT gateway leads no further than the routes of its own tier. */
function isTranslated(network: Network, { destination, target }: Route): boolean {
  if (target.kind === "internet-gateway" || isIpv4({ destination })) return false;
  if (target.kind !== "nat-gateway") return true;
  if (!isNat64(destination)) return false;
  const gateway = network.natGateways.find(({ name }) => name === target.name);
  if (gateway?.connectivityType !== "private") return true;
  const own = routesByTier(network).find(({ tier }) => tier.name === gateway.tier);
  return own?.routes.some((route) => isIpv4(route) && route.target.kind !== "nat-gateway") ?? false;
}
