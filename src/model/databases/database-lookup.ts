import { tiersOf } from "../lookup.ts";
import type { Cache } from "../types/elasticache.ts";
import type { Network } from "../types/network.ts";
import type { Database } from "../types/rds.ts";
import type { ServiceSubnets } from "../types/service-subnets.ts";
import type { Tier } from "../types/subnets.ts";

/** Every database: the instances, then the Aurora clusters. */
export function databasesOf({ rds }: Network): readonly Database[] {
  return [...rds.instances, ...rds.clusters];
}

/** Every cache: the Memcached clusters, then the replication groups. */
export function cachesOf({ elasticache }: Network): readonly Cache[] {
  return [...elasticache.clusters, ...elasticache.replicationGroups];
}

/** The caches that have IPv6 addresses. */
export function cachesWithIpv6(network: Network): readonly Cache[] {
  return cachesOf(network).filter(({ networkType }) => networkType !== "ipv4");
}

/** The tiers of the subnet group of that name; none when there is no such group. */
export function tiersOfGroup(
  network: Network,
  groups: readonly ServiceSubnets[],
  name: string,
): readonly Tier[] {
  return tiersOf(network, groups.find((group) => group.name === name)?.tiers ?? []);
}
