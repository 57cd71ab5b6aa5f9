import type { FoundDatabase, FoundDatabaseSubnetGroup } from "../types/balancing.ts";
import type { StateResources } from "./resources.ts";

/** DB subnet groups that hold a subnet of the VPC. */
export function readDatabaseSubnetGroups(
  resources: StateResources,
  subnetIds: ReadonlySet<string>,
): readonly FoundDatabaseSubnetGroup[] {
  return resources
    .of("aws_db_subnet_group")
    .map(({ id, fields }) => ({ id, name: null, subnetIds: fields.texts("subnet_ids") }))
    .filter((group) => group.subnetIds.some((subnet) => subnetIds.has(subnet)));
}

/** The DB instances of the subnet groups. Passwords, which a state holds, are not looked at. */
export function readDatabases(
  resources: StateResources,
  subnetGroups: readonly FoundDatabaseSubnetGroup[],
): readonly FoundDatabase[] {
  const names = subnetGroups.map(({ id }) => id);
  const found = resources
    .of("aws_db_instance", "aws_rds_cluster_instance")
    .filter(({ fields }) => names.includes(fields.text("db_subnet_group_name") ?? ""));
  return found.map(({ id, fields }) => ({
    id: fields.text("identifier") ?? id,
    name: null,
    subnetGroup: fields.text("db_subnet_group_name") ?? "",
    engine: fields.text("engine") ?? "",
    engineVersion: fields.text("engine_version") ?? "",
    instanceClass: fields.text("instance_class") ?? "",
    networkType: fields.text("network_type") ?? "IPV4",
    securityGroupIds: fields.texts("vpc_security_group_ids"),
    allocatedStorageGib: fields.number("allocated_storage") ?? 0,
    storageType: fields.text("storage_type") ?? "",
    databaseName: fields.text("db_name"),
    masterUsername: fields.text("username") ?? "",
    port: fields.number("port"),
    multiAz: fields.flag("multi_az"),
    publiclyAccessible: fields.flag("publicly_accessible"),
    backupRetentionPeriod: fields.number("backup_retention_period") ?? 0,
    deletionProtection: fields.flag("deletion_protection"),
    cluster: fields.text("cluster_identifier"),
  }));
}
