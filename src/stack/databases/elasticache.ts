import { ElasticacheCluster } from "@cdktf/provider-aws/lib/elasticache-cluster/index.js";
import { ElasticacheReplicationGroup } from "@cdktf/provider-aws/lib/elasticache-replication-group/index.js";
import { ElasticacheSubnetGroup } from "@cdktf/provider-aws/lib/elasticache-subnet-group/index.js";
import type { Construct } from "constructs";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Cache, CacheCluster, ReplicationGroup } from "../../model/types/elasticache.ts";
import type { Network } from "../../model/types/network.ts";
import type { ServiceSubnets } from "../../model/types/service-subnets.ts";
import { rulesOfGroups } from "../filtering/rules-of-groups.ts";
import { withNameTag } from "../name-tag.ts";
import { omitNull } from "../omit-null.ts";
import { type ElasticacheMade, type Made, type NetworkMade, resourceFor } from "../resources.ts";
import { waitFor } from "../wait-for.ts";

type NeededByCaches = Pick<NetworkMade, "subnets" | "securityGroups" | "securityGroupRules">;

interface Needs extends NeededByCaches {
  readonly subnetGroups: Made<ElasticacheSubnetGroup>;
}

/** Adds caches and their subnet groups; returns clusters and replication groups by name. */
export function addElasticache(
  scope: Construct,
  { elasticache }: Network,
  made: NeededByCaches,
): ElasticacheMade {
  const subnetGroups: Made<ElasticacheSubnetGroup> = new Map(
    elasticache.subnetGroups.map((group) => [group.name, addSubnetGroup(scope, made, group)]),
  );
  const needs = { ...made, subnetGroups };
  return {
    cacheClusters: new Map(elasticache.clusters.map((one) => [one.name, addCluster(scope, needs, one)])),
    replicationGroups: new Map(
      elasticache.replicationGroups.map((one) => [one.name, addReplicationGroup(scope, needs, one)]),
    ),
  };
}

function addSubnetGroup(
  scope: Construct,
  made: NeededByCaches,
  group: ServiceSubnets,
): ElasticacheSubnetGroup {
  return new ElasticacheSubnetGroup(scope, terraformAddress("aws_elasticache_subnet_group", group.name), {
    name: group.displayName,
    description: `Subnets ${group.displayName}`,
    subnetIds: group.subnets.map((id) => resourceFor(made.subnets, id).id),
    tags: withNameTag(group.displayName, group.tags),
  });
}

function addCluster(scope: Construct, made: Needs, cache: CacheCluster): ElasticacheCluster {
  return new ElasticacheCluster(scope, terraformAddress("aws_elasticache_cluster", cache.name), {
    clusterId: cache.identifier,
    numCacheNodes: cache.numCacheNodes,
    azMode: cache.azMode,
    ...common(made, cache),
  });
}

function addReplicationGroup(
  scope: Construct,
  made: Needs,
  cache: ReplicationGroup,
): ElasticacheReplicationGroup {
  return new ElasticacheReplicationGroup(
    scope,
    terraformAddress("aws_elasticache_replication_group", cache.name),
    {
      replicationGroupId: cache.identifier,
      description: cache.description,
      numCacheClusters: cache.numCacheClusters,
      automaticFailoverEnabled: cache.automaticFailover,
      multiAzEnabled: cache.multiAz,
      // A text for the provider, which knows true, false and unset.
      atRestEncryptionEnabled: "true",
      snapshotRetentionLimit: cache.snapshotRetentionLimit,
      ...common(made, cache),
      ...omitNull({ finalSnapshotIdentifier: cache.finalSnapshot }),
    },
  );
}

function common(made: Needs, cache: Cache) {
  const groups = cache.securityGroups.map((name) => resourceFor(made.securityGroups, name).id);
  return {
    engine: cache.engine,
    engineVersion: cache.engineVersion,
    nodeType: cache.nodeType,
    subnetGroupName: resourceFor(made.subnetGroups, cache.subnetGroup).name,
    networkType: cache.networkType,
    ipDiscovery: cache.ipDiscovery,
    port: cache.port,
    transitEncryptionEnabled: cache.transitEncryption,
    tags: withNameTag(cache.identifier, cache.tags),
    ...(groups.length === 0 ? {} : { securityGroupIds: groups }),
    ...waitFor(rulesOfGroups(made, cache.securityGroups)),
  };
}
