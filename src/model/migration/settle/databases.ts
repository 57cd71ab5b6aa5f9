import type { Network } from "../../types/network.ts";
import { kept, membershipOf, namesOf, placed } from "./membership.ts";

/** Databases stand in subnet groups and behind security groups. Caches are new, and come when all of that is there. */
export function settleDatabases(network: Network): Network {
  const membership = membershipOf(network);
  const { rds } = network;
  const subnetGroups = rds.subnetGroups
    .map((group) => placed(group, membership))
    .filter(({ subnets }) => subnets.length > 0);
  const names = namesOf(subnetGroups);
  const isPlaced = ({ subnetGroup }: { readonly subnetGroup: string }) => names.has(subnetGroup);
  const behindKnownGroups = <T extends { readonly securityGroups: readonly string[] }>(database: T): T => ({
    ...database,
    securityGroups: kept(database.securityGroups, membership.securityGroups),
  });
  return {
    ...network,
    rds: {
      subnetGroups,
      instances: rds.instances.filter(isPlaced).map(behindKnownGroups),
      clusters: rds.clusters.filter(isPlaced).map(behindKnownGroups),
    },
  };
}
