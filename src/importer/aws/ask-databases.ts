import {
  type DBInstance,
  type DBSubnetGroup,
  paginateDescribeDBInstances,
  paginateDescribeDBSubnetGroups,
  type RDSClient,
} from "@aws-sdk/client-rds";
import type { FoundDatabase, FoundDatabaseSubnetGroup } from "../types/balancing.ts";
import { askAll } from "./ask.ts";

/** The VPC's DB subnet groups and DB instances. */
export async function askDatabases(
  client: RDSClient,
  vpcId: string,
): Promise<{
  readonly databaseSubnetGroups: readonly FoundDatabaseSubnetGroup[];
  readonly databases: readonly FoundDatabase[];
}> {
  const [groups, instances] = await Promise.all([
    askAll(
      "rds:DescribeDBSubnetGroups",
      paginateDescribeDBSubnetGroups({ client }, {}),
      (page) => page.DBSubnetGroups,
    ),
    askAll(
      "rds:DescribeDBInstances",
      paginateDescribeDBInstances({ client }, {}),
      (page) => page.DBInstances,
    ),
  ]);
  return {
    databaseSubnetGroups: groups.filter(({ VpcId }) => VpcId === vpcId).map(mapSubnetGroup),
    databases: instances.filter(({ DBSubnetGroup }) => DBSubnetGroup?.VpcId === vpcId).map(mapDatabase),
  };
}

function mapSubnetGroup({ DBSubnetGroupName, Subnets = [] }: DBSubnetGroup): FoundDatabaseSubnetGroup {
  return {
    id: DBSubnetGroupName ?? "",
    name: null,
    subnetIds: Subnets.flatMap(({ SubnetIdentifier }) => SubnetIdentifier ?? []),
  };
}

function mapDatabase(database: DBInstance): FoundDatabase {
  return {
    id: database.DBInstanceIdentifier ?? "",
    name: null,
    ...mapEngine(database),
    ...mapStorage(database),
    subnetGroup: database.DBSubnetGroup?.DBSubnetGroupName ?? "",
    networkType: database.NetworkType ?? "IPV4",
    securityGroupIds: database.VpcSecurityGroups?.flatMap((group) => group.VpcSecurityGroupId ?? []) ?? [],
    publiclyAccessible: database.PubliclyAccessible ?? false,
    multiAz: database.MultiAZ ?? false,
    deletionProtection: database.DeletionProtection ?? false,
    cluster: database.DBClusterIdentifier ?? null,
  };
}

function mapEngine(database: DBInstance) {
  return {
    engine: database.Engine ?? "",
    engineVersion: database.EngineVersion ?? "",
    instanceClass: database.DBInstanceClass ?? "",
    databaseName: database.DBName || null,
    masterUsername: database.MasterUsername ?? "",
    port: database.Endpoint?.Port ?? null,
  };
}

function mapStorage(database: DBInstance) {
  return {
    allocatedStorageGib: database.AllocatedStorage ?? 0,
    storageType: database.StorageType ?? "",
    backupRetentionPeriod: database.BackupRetentionPeriod ?? 0,
  };
}
