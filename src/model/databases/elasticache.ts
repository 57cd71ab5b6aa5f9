import {
  CACHE_CLUSTER_IDENTIFIER_LENGTH,
  REPLICATION_GROUP_IDENTIFIER_LENGTH,
} from "../../aws/database-sizes.ts";
import type { Path } from "../../base/path.ts";
import type {
  Blueprint,
  CacheCluster as WrittenCluster,
  ReplicationGroup as WrittenGroup,
} from "../../blueprint/blueprint.generated.ts";
import { type Context, checkReference, sortedEntries } from "../context.ts";
import type { Declared } from "../declared.ts";
import { awsNameOf, awsStackName } from "../names.ts";
import { knownNames } from "../references.ts";
import type { Cache, CacheNetworkType, Elasticache, ReplicationGroup } from "../types/elasticache.ts";
import type { ServiceSubnets } from "../types/service-subnets.ts";
import type { Addressing } from "../types/subnets.ts";
import { finalSnapshot } from "./final-snapshot.ts";
import { identifier } from "./identifiers.ts";
import { normaliseServiceSubnets, sharedAddressing } from "./service-subnets.ts";

interface DatabasePlacement extends Declared {
  readonly stack: string;
  readonly subnetGroups: readonly ServiceSubnets[];
}

/** The caches and their subnet groups, each list sorted by name. */
export function normaliseElasticache(
  context: Context,
  blueprint: Blueprint,
  declared: Declared,
): Elasticache {
  const [stack, elasticache] = [awsStackName(blueprint), blueprint.elasticache];
  const subnetGroups = sortedEntries(elasticache.subnetGroups).map(([name, written]) =>
    normaliseServiceSubnets(
      context,
      stack,
      declared.tiers,
      ["elasticache", "subnetGroups", name],
      name,
      written,
    ),
  );
  const place = { ...declared, stack, subnetGroups };
  const hasZones = (group: string) => standsInSeveralZones(place, group);
  return {
    subnetGroups,
    clusters: sortedEntries(elasticache.clusters).map(([name, written]) => ({
      ...normaliseCache(context, place, ["elasticache", "clusters", name], name, written),
      identifier: identifier(stack, [awsNameOf(name, written)], CACHE_CLUSTER_IDENTIFIER_LENGTH),
      engine: "memcached",
      numCacheNodes: written.numCacheNodes,
      azMode: hasZones(written.subnetGroup) && written.numCacheNodes > 1 ? "cross-az" : "single-az",
    })),
    replicationGroups: sortedEntries(elasticache.replicationGroups).map(([name, written]) =>
      normaliseGroup(context, place, name, written, hasZones(written.subnetGroup)),
    ),
  };
}

function normaliseGroup(
  context: Context,
  place: DatabasePlacement,
  name: string,
  written: WrittenGroup,
  hasZones: boolean,
): ReplicationGroup {
  const path: Path = ["elasticache", "replicationGroups", name];
  const own = identifier(place.stack, [awsNameOf(name, written)], REPLICATION_GROUP_IDENTIFIER_LENGTH);
  return {
    ...normaliseCache(context, place, path, name, written),
    identifier: own,
    engine: written.engine,
    description: written.description ?? `${awsNameOf(name, written)} of ${place.stack}`,
    numCacheClusters: written.numCacheClusters,
    automaticFailover: written.numCacheClusters > 1,
    multiAz: hasZones && written.numCacheClusters > 1,
    snapshotRetentionLimit: written.snapshotRetentionLimit,
    finalSnapshot: finalSnapshot(context, path, own, written),
  };
}

function standsInSeveralZones({ subnetGroups, tiers }: DatabasePlacement, name: string): boolean {
  const ids = subnetGroups.find((group) => group.name === name)?.subnets ?? [];
  const subnets = tiers.flatMap((tier) => tier.subnets).filter(({ id }) => ids.includes(id));
  return new Set(subnets.map(({ zone }) => zone.letter)).size > 1;
}

function normaliseCache(
  context: Context,
  place: DatabasePlacement,
  path: Path,
  name: string,
  written: WrittenCluster | WrittenGroup,
): Omit<Cache, "engine" | "identifier"> {
  const { subnetGroup } = written;
  const groups = place.subnetGroups.map((group) => group.name);
  checkReference(context, "cache subnet group", subnetGroup, groups, [...path, "subnetGroup"]);
  const addressing = sharedAddressing(place.subnetGroups, subnetGroup, place.tiers);
  const networkType = written.networkType ?? networkTypeFor(addressing);
  return {
    name,
    path,
    subnetGroup,
    engineVersion: written.engineVersion,
    nodeType: written.nodeType,
    networkType,
    ipDiscovery: written.ipDiscovery ?? (networkType === "ipv4" ? "ipv4" : "ipv6"),
    port: written.port,
    transitEncryption: written.transitEncryption,
    securityGroups: knownNames(context, "security group", written.securityGroups, place.securityGroups, [
      ...path,
      "securityGroups",
    ]),
    deletionProtection: written.deletionProtection,
    tags: written.tags,
  };
}

function networkTypeFor(addressing: Addressing | null): CacheNetworkType {
  if (addressing === "dual-stack") return "dual_stack";
  return addressing === "ipv6-only" ? "ipv6" : "ipv4";
}
