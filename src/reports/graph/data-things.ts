import { invariant } from "../../base/invariant.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Cache, Elasticache } from "../../model/types/elasticache.ts";
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
      ids: [terraformAddress("instances" in database ? "aws_rds_cluster" : "aws_db_instance", database.name)],
      subnets: subnetsOf(rds.subnetGroups, database.subnetGroup),
    })),
    ...elasticache.clusters.map((cache) => cacheThing(elasticache, "aws_elasticache_cluster", cache)),
    ...elasticache.replicationGroups.map((cache) =>
      cacheThing(elasticache, "aws_elasticache_replication_group", cache),
    ),
  ];
}

function cacheThing({ subnetGroups }: Elasticache, type: string, cache: Cache): StandingThing {
  const { name, engine, engineVersion, networkType, subnetGroup } = cache;
  return {
    kind: "data",
    title: `cache ${name}`,
    details: [`${engine} ${engineVersion}`, `network type ${networkType}`],
    ids: [terraformAddress(type, name)],
    subnets: subnetsOf(subnetGroups, subnetGroup),
  };
}

function subnetsOf(groups: readonly ServiceSubnets[], name: string): readonly SubnetId[] {
  const group = groups.find((candidate) => candidate.name === name);
  invariant(group !== undefined, `no subnet group ${name}`);
  return group.subnets;
}
