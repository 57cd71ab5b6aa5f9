import { invariant } from "../base/invariant.ts";
import { isLocalZone } from "./addressing/local-zone.ts";
import type { Host } from "./types/compute.ts";
import type { LoadBalancer } from "./types/load-balancing.ts";
import type { Network } from "./types/network.ts";
import type { Cidr } from "./types/shared.ts";
import { hasFamily, type Subnet, type SubnetIpv4, type SubnetIpv6, type Tier } from "./types/subnets.ts";

/** A host with the tiers it runs in; a launch template that no group uses runs in none. */
export interface PlacedHost {
  readonly host: Host;
  readonly tiers: readonly Tier[];
  /** IPv6 addresses that the author asked for, by count or one by one; null: left to the subnet. */
  readonly requestedIpv6: number | null;
}

/** The tier of that name; throws when there is none. */
export function tierOf(network: Network, name: string): Tier {
  const tier = network.tiers.find((candidate) => candidate.name === name);
  invariant(tier !== undefined, `no tier ${name}`);
  return tier;
}

/** The tiers of those names; throws when there is none of a name. */
export function tiersOf(network: Network, names: readonly string[]): readonly Tier[] {
  return names.map((name) => tierOf(network, name));
}

/** The subnet of that logical id, such as `app_a`; null when its tier has no place in the address plan. */
export function subnetOf(network: Network, id: string): Subnet | null {
  return network.tiers.flatMap((tier) => tier.subnets).find((subnet) => subnet.id === id) ?? null;
}

/** The letters of the zones in which subnets of those logical ids stand, sorted, each once. */
export function zonesOfSubnets(network: Network, ids: readonly string[]): readonly string[] {
  return [...new Set(ids.flatMap((id) => subnetOf(network, id)?.zone.letter ?? []))].sort();
}

/** The Local Zones in which subnets of those logical ids stand, sorted, each once. */
export function localZonesOf(network: Network, ids: readonly string[]): readonly string[] {
  return zonesOfSubnets(network, ids).filter(isLocalZone);
}

/** The letters of the zones in which several subnets of those logical ids stand, sorted. */
export function zonesTakenTwice(network: Network, ids: readonly string[]): readonly string[] {
  return zonesOfSubnets(network, ids).filter(
    (zone) => ids.filter((id) => subnetOf(network, id)?.zone.letter === zone).length > 1,
  );
}

/** The letters of the zones in which the tiers have subnets, sorted, each once. */
export function zonesOfTiers(tiers: readonly Tier[]): readonly string[] {
  return [...new Set(tiers.flatMap(({ subnets }) => subnets.map(({ zone }) => zone.letter)))].sort();
}

/** Every host the blueprint describes, once each: those of launch templates and groups, then the instances. */
export function hostsOf(network: Network): readonly PlacedHost[] {
  const { launchTemplates, instances } = network.compute;
  return [
    ...launchTemplates.map(({ host, tiers }) => ({
      host,
      tiers: tiersOf(network, tiers),
      requestedIpv6: host.ipv6AddressCount,
    })),
    ...instances.map(({ host, tier, ipv6Addresses }) => ({
      host,
      tiers: [tierOf(network, tier)],
      requestedIpv6: ipv6Addresses.length > 0 ? ipv6Addresses.length : host.ipv6AddressCount,
    })),
  ];
}

/** The tiers whose subnets have IPv6. */
export function tiersWithIpv6(tiers: readonly Tier[]): readonly Tier[] {
  return tiers.filter((tier) => hasFamily(tier.addressing, "ipv6"));
}

/** The first of the tiers that has no IPv4; null when all have. */
export function ipv6OnlyTier(tiers: readonly Tier[]): Tier | null {
  return tiers.find((tier) => tier.addressing === "ipv6-only") ?? null;
}

/** True when the block was written under `ipv4Cidrs` or `ipv6Numbers`, and not cut by the address plan. */
export function isExplicit({ path }: SubnetIpv4 | SubnetIpv6): boolean {
  return path.includes("ipv4Cidrs") || path.includes("ipv6Numbers");
}

/** A subnet with a block that is known before apply. */
type WithWrittenIpv4 = Subnet & { readonly ipv4: SubnetIpv4 & { readonly cidr: Cidr } };

/** The subnets whose IPv4 block was written under `ipv4Cidrs`. */
export function explicitIpv4Subnets(network: Network): readonly WithWrittenIpv4[] {
  return network.tiers
    .flatMap(({ subnets }) => subnets)
    .flatMap((subnet) => {
      const { ipv4 } = subnet;
      if (ipv4 === null || ipv4.cidr === null || !isExplicit(ipv4)) return [];
      return [{ ...subnet, ipv4: { ...ipv4, cidr: ipv4.cidr } }];
    });
}

/** True when the tier's subnets have every family in which the load balancer's nodes have addresses; IPv4 always is one. */
export function canHoldBalancer({ ipAddressType }: LoadBalancer, { addressing }: Tier): boolean {
  return hasFamily(addressing, "ipv4") && (ipAddressType === "ipv4" || hasFamily(addressing, "ipv6"));
}

/**
 * True when a host of the tier gets an IPv6 address. A count of 0 keeps one of a dual-stack tier without, whatever the
 * subnet says; null leaves it to the subnet.
 */
export function assignsIpv6(requestedIpv6: number | null, tier: Tier): boolean {
  if (!hasFamily(tier.addressing, "ipv6")) return false;
  if (tier.addressing === "ipv6-only") return true;
  return requestedIpv6 === null ? tier.assignIpv6AddressOnCreation : requestedIpv6 > 0;
}
