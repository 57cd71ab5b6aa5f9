import { nat64Ways } from "../routing/nat64-ways.ts";
import { routesByTier } from "../routing/route-lookup.ts";
import type { Network } from "../types/network.ts";
import type { CostDriver } from "./cost-drivers.ts";
import { exact, type Sum, sumOf } from "./sum.ts";

/** An IPv4-only way that IPv6 takes the place of. */
type SavingWay =
  /** Data to destinations with IPv6 leaves by an internet gateway or an egress-only one. */
  | "nat-data"
  /** Nothing calls an IPv4-only destination any more. */
  | "nat-gateways"
  /** `dualstack-without-public-ipv4`: for application load balancers. */
  | "load-balancer-addresses"
  /** Clients reach the hosts over IPv6. */
  | "instance-addresses"
  /** Nothing calls an IPv4-only destination any more: what translates has no work left. */
  | "nat64-instances";

/** What one way costs, and what IPv6 saves at most. */
export interface Saving {
  readonly way: SavingWay;
  /** Names in the blueprint of what changes, sorted. */
  readonly names: readonly string[];
  readonly sum: Sum;
  /** Tiers that have no IPv6 route of their own to the internet yet, sorted; for "nat-data" only. */
  readonly tiers: readonly string[];
}

/** A line of the bill. */
type Item = CostDriver & { readonly dollarsAMonth: number | null };

/** What the network's IPv4-only ways cost; none of nothing. */
export function savings(network: Network, items: readonly Item[]): readonly Saving[] {
  const nat = publicNat(network, items);
  const translators = nat64Ways(network).map(({ instance }) => instance.name);
  const isData = ({ charge }: Item) => charge === "nat-gateway-gb" || charge === "cross-zone-gb";
  const of = (way: SavingWay, lines: readonly Item[], tiers: readonly string[] = []): Saving => ({
    way,
    names: [...new Set(lines.flatMap(({ names }) => names))].sort(),
    sum: sumOf(lines),
    tiers,
  });
  return [
    of("nat-data", nat.filter(isData), tiersWithoutIpv6Route(network)),
    of(
      "nat-gateways",
      nat.filter((item) => !isData(item)),
    ),
    of("load-balancer-addresses", applicationBalancers(network, items)),
    of(
      "instance-addresses",
      hosts(items, (name) => !translators.includes(name)),
    ),
    of(
      "nat64-instances",
      hosts(items, (name) => translators.includes(name)),
    ),
  ].filter(({ names }) => names.length > 0);
}

/**
 * The part of what NAT gateways cost that those to the internet have; all are taken to carry the same. What a private one
 * reaches is another network, of which nobody knows here whether it has IPv6.
 */
function publicNat({ natGateways, zones }: Network, items: readonly Item[]): readonly Item[] {
  const weigh = (gateways: Network["natGateways"]) =>
    gateways.reduce((sum, one) => sum + (one.tier === null ? zones.length : one.gateways.length), 0);
  const publicOnes = natGateways.filter(({ connectivityType }) => connectivityType === "public");
  const names = publicOnes.map(({ name }) => name);
  if (names.length === 0) return [];
  const share = weigh(publicOnes) / weigh(natGateways);
  return items
    .filter(({ of }) => of === "nat-gateways")
    .map((item) => {
      const part = item.charge === "public-ipv4-hour" ? 1 : share;
      const dollarsAMonth = item.dollarsAMonth === null ? null : exact(item.dollarsAMonth * part);
      return { ...item, names, dollarsAMonth };
    });
}

/** The part of the hosts' addresses that some of them have; each has one. */
function hosts(items: readonly Item[], isMeant: (name: string) => boolean): readonly Item[] {
  return items
    .filter((item) => item.of === "instances")
    .flatMap((item) => {
      const names = item.names.filter(isMeant);
      const share = names.length / item.names.length;
      const dollarsAMonth = item.dollarsAMonth === null ? null : exact(item.dollarsAMonth * share);
      return names.length === 0 ? [] : [{ ...item, names, count: names.length, dollarsAMonth }];
    });
}

/** The part of the balancers' addresses that application load balancers have: network load balancers must keep theirs. */
function applicationBalancers(network: Network, items: readonly Item[]): readonly Item[] {
  const balancers = network.loadBalancers.filter(({ type }) => type === "application");
  return items
    .filter(({ of }) => of === "load-balancers")
    .map((item) => {
      const kept = balancers.filter(({ name }) => item.names.includes(name));
      const count = kept.reduce((sum, { subnets }) => sum + subnets.length, 0);
      const share = count / item.count;
      const dollarsAMonth = item.dollarsAMonth === null ? null : exact(item.dollarsAMonth * share);
      return { ...item, names: kept.map(({ name }) => name), count, dollarsAMonth };
    });
}

/** Of the tiers that send to a NAT gateway, those from which ::/0 leads nowhere. */
function tiersWithoutIpv6Route(network: Network): readonly string[] {
  return routesByTier(network)
    .filter(({ routes }) => routes.some(({ target }) => target.kind === "nat-gateway"))
    .filter(({ routes }) => !routes.some(isIpv6Default))
    .map(({ tier }) => tier.name)
    .sort();
}

function isIpv6Default({ destination }: Network["routeTables"][number]["routes"][number]): boolean {
  return destination.prefix.family === "ipv6" && destination.prefix.length === 0;
}
