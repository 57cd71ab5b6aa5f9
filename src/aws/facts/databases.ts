import { factsOf } from "./fact.ts";

const RDS_GUIDE =
  "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html";
const CACHE_GUIDE = "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/network-type.html";

/** What rules cite about databases and caches. */
export const databaseFacts = factsOf({
  databaseSubnetsNeverIpv6Only: {
    claim:
      "A database subnet group takes IPv4 and dual-stack subnets; RDS and Aurora know no IPv6-only subnets and no IPv6-only databases.",
    source: `${RDS_GUIDE}; botocore 1.43.11 model of rds: DBSubnetGroup.SupportedNetworkTypes`,
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  databaseDualNeedsIpv6InEverySubnet: {
    claim:
      "Network type DUAL needs an IPv6 block in every subnet of the database subnet group; AWS answers NetworkTypeNotSupported otherwise.",
    source: `${RDS_GUIDE}; botocore 1.43.11 model of rds: CreateDBInstance.NetworkType`,
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  databaseSubnetGroupTwoZones: {
    claim:
      "The subnets of a database subnet group lie in at least two Availability Zones, unless the region has but one.",
    source: "botocore 1.43.11 model of rds: DBSubnetGroupDoesNotCoverEnoughAZs",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  databaseIdentifierIsUnique: {
    claim:
      "An identifier of a DB instance, of an Aurora cluster's too, is taken once in an account and region; RDS answers DBInstanceAlreadyExists otherwise.",
    source: "botocore 1.43.11 model of rds: CreateDBInstance.DBInstanceIdentifier, DBInstanceAlreadyExists",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  publicDatabaseNeedsInternetGateway: {
    claim:
      "The name of a publicly accessible database resolves to a public address outside the VPC, and RDS refuses one in a VPC without internet gateway.",
    source: "botocore 1.43.11 model of rds: CreateDBInstance.PubliclyAccessible",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  parameterGroupFamily: {
    claim:
      "A parameter group belongs to one family, named by engine and line of versions, and fits databases of that engine and a compatible version only: postgres17, aurora-postgresql16, mysql8.4, aurora-mysql8.0, mariadb10.6, sqlserver-ex-15.0.",
    source:
      "botocore 1.43.11 model of rds: CreateDBParameterGroupMessage.DBParameterGroupFamily, DescribeEngineDefaultParametersMessage.DBParameterGroupFamily",
    checked: "2026-11-30",
    evidence: "2026-05",
    confidence: "high",
  },
  databaseWindows: {
    claim:
      "The daily backup window and the weekly maintenance window of a database are in UTC, of at least 30 minutes, and do not conflict with each other; a retention of 0 days turns backups off.",
    source:
      "botocore 1.43.11 model of rds: CreateDBInstanceMessage.PreferredBackupWindow, PreferredMaintenanceWindow, BackupRetentionPeriod, CreateDBClusterMessage.PreferredBackupWindow",
    checked: "2026-11-30",
    evidence: "2026-05",
    confidence: "high",
  },
  storageAutoscaling: {
    claim:
      "The maximum storage threshold of a database is at least 10 % more than its allocated storage, or RDS answers invalid max storage size; from 26 % on no event says that it comes near.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.Autoscaling.html",
    checked: "2026-11-30",
    evidence: "undated",
    confidence: "high",
  },
  cacheNetworkTypeSubnets: {
    claim: "A dual-stack cache needs dual-stack subnets, and an IPv6-only cache needs IPv6-only subnets.",
    source: CACHE_GUIDE,
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
  },
  cacheNetworkTypeNeverChanges: {
    claim:
      "The API has no way to change the network type of a cache that is made: ModifyCacheCluster and ModifyReplicationGroup take IP discovery only.",
    source: "botocore 1.43.11 model of elasticache: ModifyCacheCluster, ModifyReplicationGroup",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  cacheIpv6EngineVersions: {
    claim: "Caches have IPv6 from Valkey 7.2, Redis OSS 6.2 and Memcached 1.6.6 on.",
    source: `${CACHE_GUIDE}; botocore 1.43.11 model of elasticache: CreateReplicationGroup.NetworkType`,
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  cacheIpv6NeedsNitro: {
    claim: "Caches have IPv6 on node types of the Nitro system only.",
    source: `${CACHE_GUIDE}; botocore 1.43.11 model of elasticache: CreateCacheCluster.NetworkType`,
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  cacheDiscoveryHasOneFamily: {
    claim:
      "Discovery tells clients the nodes' addresses of one family, ipv4 or ipv6; both are to choose from with network type dual_stack only.",
    source: `${CACHE_GUIDE}; botocore 1.43.11 model of elasticache: CreateCacheCluster.IpDiscovery`,
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  cacheEngineVersionForms: {
    claim:
      "The version of a Valkey or Redis OSS cache is written as major.minor from Redis OSS 6 on, and as major.minor.patch before it, that of a Memcached cluster as major.minor.patch.",
    source:
      "terraform validate with AWS provider 5.100.0: aws_elasticache_replication_group.engine_version; plan of aws_elasticache_cluster with AWS provider 5.100.0",
    checked: "2026-11-28",
    evidence: "2025-06",
    confidence: "high",
  },
  keysAreRegional: {
    claim: "Services encrypt with keys of AWS KMS in their own region.",
    source:
      "https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html; botocore 1.43.107 model of rds: CreateDBInstance.KmsKeyId; https://github.com/awsdocs/aws-kms-developer-guide/blob/977c685/doc_source/key-policies.md; https://github.com/awsdocs/amazon-rds-user-guide/blob/50e7617/doc_source/Overview.Encryption.md",
    checked: "2026-11-28",
    evidence: "2026-10-01",
    confidence: "high",
  },
});
