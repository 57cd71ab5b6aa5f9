import type { Path } from "../../base/path.ts";
import type { ServiceSubnets } from "./service-subnets.ts";
import type { SecurityGroupName, Tags } from "./shared.ts";

/** Caches and the subnets they stand in. */
export interface Elasticache {
  readonly subnetGroups: readonly ServiceSubnets[];
  /** Memcached. */
  readonly clusters: readonly CacheCluster[];
  /** Valkey and Redis OSS. */
  readonly replicationGroups: readonly ReplicationGroup[];
}

/** The software of a cache, in AWS's words. */
export type CacheEngine = "memcached" | "valkey" | "redis";

/** `network_type` of a cache, in AWS's words. */
export type CacheNetworkType = "ipv4" | "ipv6" | "dual_stack";

/** What a Memcached cluster and a replication group have in common. */
export interface Cache {
  readonly name: string;
  readonly path: Path;
  /** The AWS identifier: at most 50 characters for a cluster, 40 for a replication group. */
  readonly identifier: string;
  readonly subnetGroup: string;
  readonly engine: CacheEngine;
  readonly engineVersion: string;
  readonly nodeType: string;
  readonly networkType: CacheNetworkType;
  readonly ipDiscovery: "ipv4" | "ipv6";
  readonly port: number;
  readonly transitEncryption: boolean;
  readonly securityGroups: readonly SecurityGroupName[];
  /** Whether Terraform refuses to destroy it. */
  readonly deletionProtection: boolean;
  readonly tags: Tags;
}

/** A Memcached cluster. */
export interface CacheCluster extends Cache {
  readonly engine: "memcached";
  readonly numCacheNodes: number;
  /** Several nodes are spread over the zones when there are several. */
  readonly azMode: "single-az" | "cross-az";
}

/** A Valkey or Redis group of one primary and its replicas. */
export interface ReplicationGroup extends Cache {
  readonly engine: "valkey" | "redis";
  readonly description: string;
  readonly numCacheClusters: number;
  /** A replica takes over when the primary node is lost. */
  readonly automaticFailover: boolean;
  readonly multiAz: boolean;
  /** Days; 0: no snapshots. */
  readonly snapshotRetentionLimit: number;
  /** Name of the snapshot taken before it is deleted; null: none is taken. */
  readonly finalSnapshot: string | null;
}
