import type { Network } from "../../types/network.ts";
import type { ServiceSubnets } from "../../types/service-subnets.ts";
import { kept, type Membership, membershipOf, namesOf, placed } from "./membership.ts";

/** Databases and caches stand in subnet groups and behind security groups. */
export function pruneDatabases(network: Network): Network {
  const membership = membershipOf(network);
  const { rds, elasticache } = network;
  const databaseGroups = pruneGroups(rds.subnetGroups, membership);
  const cacheGroups = pruneGroups(elasticache.subnetGroups, membership);
  return {
    ...network,
    rds: {
      ...rds,
      subnetGroups: databaseGroups,
      instances: pruneMembers(rds.instances, databaseGroups, membership),
      clusters: pruneMembers(rds.clusters, databaseGroups, membership),
    },
    elasticache: {
      subnetGroups: cacheGroups,
      clusters: pruneMembers(elasticache.clusters, cacheGroups, membership),
      replicationGroups: pruneMembers(elasticache.replicationGroups, cacheGroups, membership),
    },
  };
}

function pruneGroups(groups: readonly ServiceSubnets[], membership: Membership): readonly ServiceSubnets[] {
  return groups.map((group) => placed(group, membership)).filter(({ subnets }) => subnets.length > 0);
}

function pruneMembers<T extends { readonly subnetGroup: string; readonly securityGroups: readonly string[] }>(
  members: readonly T[],
  groups: readonly ServiceSubnets[],
  { securityGroups }: Membership,
): readonly T[] {
  return members
    .filter(({ subnetGroup }) => namesOf(groups).has(subnetGroup))
    .map((member) => ({ ...member, securityGroups: kept(member.securityGroups, securityGroups) }));
}
