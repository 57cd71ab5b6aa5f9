import type { DBInstance } from "@aws-sdk/client-rds";
import type { DatabaseInstance } from "../../blueprint/blueprint.generated.ts";
import { type ArgumentsOf, fieldsOf, said, unless } from "./field.ts";

const { text, number, flag, optIn, texts } = fieldsOf<DBInstance>();

/** Names that a blueprint can say. */
export const DATABASE_WORD = /^[a-zA-Z][a-zA-Z0-9_]*$/;

/** What a blueprint says of a DB instance as it is. */
export const databaseArguments = {
  engine: text("engine", "Engine", ""),
  engineVersion: text("engine_version", "EngineVersion", ""),
  instanceClass: text("instance_class", "DBInstanceClass", ""),
  allocatedStorageGib: number("allocated_storage", "AllocatedStorage", 0),
  storageType: text("storage_type", "StorageType", ""),
  databaseName: said(text("db_name", "DBName", null), (name) =>
    name !== null && DATABASE_WORD.test(name) ? name : undefined,
  ),
  masterUsername: text("username", "MasterUsername", ""),
  port: number("port", ({ Endpoint }) => Endpoint?.Port, null),
  multiAz: optIn("multi_az", "MultiAZ"),
  publiclyAccessible: optIn("publicly_accessible", "PubliclyAccessible"),
  backupRetentionPeriod: number("backup_retention_period", "BackupRetentionPeriod", 0),
  // On in a blueprint unless it says otherwise, and off in AWS: import keeps what there is.
  deletionProtection: unless(true, flag("deletion_protection", "DeletionProtection", false)),
} satisfies ArgumentsOf<DatabaseInstance>;

/** What import reads of a DB instance. Passwords, which a state holds, are not looked at. */
export const databaseFields = {
  ...databaseArguments,
  subnetGroup: text("db_subnet_group_name", ({ DBSubnetGroup }) => DBSubnetGroup?.DBSubnetGroupName, ""),
  networkType: text("network_type", "NetworkType", "IPV4"),
  securityGroupIds: texts(
    "vpc_security_group_ids",
    ({ VpcSecurityGroups }) => VpcSecurityGroups?.map((group) => group.VpcSecurityGroupId),
    [],
  ),
  /** The Aurora cluster it is a member of; null: none. */
  cluster: text("cluster_identifier", "DBClusterIdentifier", null),
};
