import type { Network } from "../../types/network.ts";
import type { ServiceSubnets } from "../../types/service-subnets.ts";
import { kept, type Membership, membershipOf, namesOf, placed } from "./membership.ts";

/** Databases and caches stand in subnet groups and behind security groups. */
export function settleDatabases(network: Network): Network {
  const membership = membershipOf(network);
  const { rds, elasticache } = network;
  const databaseGroups = settleGroups(rds.subnetGroups, membership);
  const cacheGroups = settleGroups(elasticache.subnetGroups, membership);
  return {
    ...network,
    rds: {
      subnetGroups: databaseGroups,
      instances: settleMembers(rds.instances, databaseGroups, membership),
      clusters: settleMembers(rds.clusters, databaseGroups, membership),
    },
    elasticache: {
      subnetGroups: cacheGroups,
      clusters: settleMembers(elasticache.clusters, cacheGroups, membership),
      replicationGroups: settleMembers(elasticache.replicationGroups, cacheGroups, membership),
    },
  };
}

function settleGroups(groups: readonly ServiceSubnets[], membership: Membership): readonly ServiceSubnets[] {
  return groups.map((group) => placed(group, membership)).filter(({ subnets }) => subnets.length > 0);
}

function settleMembers<
  T extends { readonly subnetGroup: string; readonly securityGroups: readonly string[] },
>(members: readonly T[], groups: readonly ServiceSubnets[], { securityGroups }: Membership): readonly T[] {
  return members
    .filter(({ subnetGroup }) => namesOf(groups).has(subnetGroup))
    .map((member) => ({ ...member, securityGroups: kept(member.securityGroups, securityGroups) }));
}
