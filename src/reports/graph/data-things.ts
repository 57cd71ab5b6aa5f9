import { invariant } from "../../base/invariant.ts";
import type { Network } from "../../model/types/network.ts";
import type { ServiceSubnets } from "../../model/types/service-subnets.ts";
import type { SubnetId } from "../../model/types/shared.ts";
import type { StandingThing } from "./things-of.ts";

/** Databases and caches; a subnet group that nothing stands in is none of them. */
export function dataThings({ rds, elasticache }: Network): readonly StandingThing[] {
  return [
    ...[...rds.instances, ...rds.clusters].map((database) => ({
      kind: "data" as const,
      title: `${"instances" in database ? "Aurora cluster" : "database"} ${database.name}`,
      details: [`${database.engine} ${database.engineVersion}`, `network type ${database.networkType}`],
      subnets: subnetsOf(rds.subnetGroups, database.subnetGroup),
    })),
    ...[...elasticache.clusters, ...elasticache.replicationGroups].map((cache) => ({
      kind: "data" as const,
      title: `cache ${cache.name}`,
      details: [`${cache.engine} ${cache.engineVersion}`, `network type ${cache.networkType}`],
      subnets: subnetsOf(elasticache.subnetGroups, cache.subnetGroup),
    })),
  ];
}

function subnetsOf(groups: readonly ServiceSubnets[], name: string): readonly SubnetId[] {
  const group = groups.find((candidate) => candidate.name === name);
  invariant(group !== undefined, `no subnet group ${name}`);
  return group.subnets;
}
