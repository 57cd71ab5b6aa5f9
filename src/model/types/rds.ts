import type { Path } from "../../base/path.ts";
import type { ServiceSubnets } from "./service-subnets.ts";
import type { SecurityGroupName, Tags } from "./shared.ts";

/** Databases, the subnets they stand in and how their engines are set. */
export interface Rds {
  readonly subnetGroups: readonly ServiceSubnets[];
  /** Of instances, those of Aurora clusters too. */
  readonly parameterGroups: readonly ParameterGroup[];
  readonly clusterParameterGroups: readonly ParameterGroup[];
  readonly instances: readonly DatabaseInstance[];
  readonly clusters: readonly DatabaseCluster[];
}

/** How an engine is set. */
export interface ParameterGroup {
  readonly name: string;
  readonly path: Path;
  /** What its name in AWS begins with. */
  readonly displayName: string;
  /** Engine and line of versions, in AWS's words: `postgres17`. */
  readonly family: string;
  /** Sorted by name. */
  readonly parameters: readonly DatabaseParameter[];
  readonly tags: Tags;
}

/** One parameter of an engine. */
interface DatabaseParameter {
  readonly name: string;
  readonly value: string;
  readonly applyMethod: "immediate" | "pending-reboot";
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
  /** Such as `01:00-02:00`, in UTC; null: AWS chooses. */
  readonly backupWindow: string | null;
  /** Such as `sun:03:00-sun:04:00`, in UTC; null: AWS chooses. */
  readonly maintenanceWindow: string | null;
  /** Identifier of the snapshot taken before the database is deleted; null: none is taken. */
  readonly finalSnapshot: string | null;
  /** Whether AWS refuses to delete it, and Terraform to destroy it. */
  readonly deletionProtection: boolean;
  readonly tags: Tags;
}

/** One RDS instance by itself; its storage is in GiB. */
export interface DatabaseInstance extends Database {
  readonly instanceClass: string;
  /** Null: AWS's own for the engine and version. */
  readonly parameterGroup: string | null;
  readonly allocatedStorageGib: number;
  /** Up to which AWS adds storage by itself; null: it adds none. */
  readonly maxAllocatedStorageGib: number | null;
  readonly storageType: string;
  readonly multiAz: boolean;
  readonly publiclyAccessible: boolean;
}

/** An Aurora cluster. */
export interface DatabaseCluster extends Database {
  /** Null: AWS's own for the engine and version. */
  readonly clusterParameterGroup: string | null;
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
  /** Null: AWS's own for the engine and version. */
  readonly parameterGroup: string | null;
  readonly publiclyAccessible: boolean;
  readonly tags: Tags;
}
