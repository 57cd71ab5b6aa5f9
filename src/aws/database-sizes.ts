/**
 * The length of a database identifier, of RDS instances and Aurora clusters alike.
 * Source: botocore 1.43.11 model of rds, CreateDBInstance.DBInstanceIdentifier, 2026-11-21.
 */
export const DATABASE_IDENTIFIER_LENGTH = 63;

/**
 * The length of a Memcached cluster's identifier.
 * Source: botocore 1.43.11 model of elasticache, CreateCacheCluster.CacheClusterId, 2026-11-21.
 */
export const CACHE_CLUSTER_IDENTIFIER_LENGTH = 50;

/**
 * The length of a replication group's identifier.
 * Source: botocore 1.43.11 model of elasticache, CreateReplicationGroup.ReplicationGroupId, 2026-11-21.
 */
export const REPLICATION_GROUP_IDENTIFIER_LENGTH = 40;
