import type { Path } from "../../base/path.ts";
import type { ServiceSubnets } from "./service-subnets.ts";
import type { SecurityGroupName, Tags } from "./shared.ts";

/** Databases and the subnets they stand in. */
export interface Rds {
  readonly subnetGroups: readonly ServiceSubnets[];
  readonly instances: readonly DatabaseInstance[];
  readonly clusters: readonly DatabaseCluster[];
}

/** `network_type` of a database, in AWS's words: there is no IPv6 alone. */
type DatabaseNetworkType = "IPV4" | "DUAL";

/** What an RDS instance and an Aurora cluster have in common. */
export interface Database {
  readonly name: string;
  readonly path: Path;
  /** The AWS identifier, at most 63 characters. */
  readonly identifier: string;
  readonly subnetGroup: string;
  readonly engine: string;
  readonly engineVersion: string;
  readonly networkType: DatabaseNetworkType;
  readonly securityGroups: readonly SecurityGroupName[];
  /** Null: AWS's key for RDS. */
  readonly kmsKeyId: string | null;
  /** Null: no database is made at first. */
  readonly databaseName: string | null;
  readonly masterUsername: string;
  /** Null: the engine's own. */
  readonly port: number | null;
  /** Days. */
  readonly backupRetentionPeriod: number;
  /** Identifier of the snapshot taken before the database is deleted; null: none is taken. */
  readonly finalSnapshot: string | null;
  /** Whether AWS refuses to delete it, and Terraform to destroy it. */
  readonly deletionProtection: boolean;
  readonly tags: Tags;
}

/** One RDS instance by itself; its storage is in GiB. */
export interface DatabaseInstance extends Database {
  readonly instanceClass: string;
  readonly allocatedStorageGib: number;
  readonly storageType: string;
  readonly multiAz: boolean;
  readonly publiclyAccessible: boolean;
}

/** An Aurora cluster. */
export interface DatabaseCluster extends Database {
  readonly instances: readonly AuroraInstance[];
}

/** One server of an Aurora cluster. */
export interface AuroraInstance {
  /** Logical id: `<cluster>_<name>`. */
  readonly id: string;
  readonly name: string;
  readonly path: Path;
  readonly identifier: string;
  readonly instanceClass: string;
  readonly publiclyAccessible: boolean;
  readonly tags: Tags;
}
