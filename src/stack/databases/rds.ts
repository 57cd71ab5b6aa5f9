import { DbInstance } from "@cdktf/provider-aws/lib/db-instance/index.js";
import { DbSubnetGroup } from "@cdktf/provider-aws/lib/db-subnet-group/index.js";
import { RdsCluster } from "@cdktf/provider-aws/lib/rds-cluster/index.js";
import { RdsClusterInstance } from "@cdktf/provider-aws/lib/rds-cluster-instance/index.js";
import type { Construct } from "constructs";
import { invariant } from "../../base/invariant.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Network } from "../../model/types/network.ts";
import type { AuroraInstance, Database, DatabaseCluster, DatabaseInstance } from "../../model/types/rds.ts";
import type { ServiceSubnets } from "../../model/types/service-subnets.ts";
import { rulesOfGroups } from "../filtering/rules-of-groups.ts";
import { withNameTag } from "../name-tag.ts";
import { omitNull } from "../omit-null.ts";
import { type Made, type NetworkMade, type RdsMade, resourceFor } from "../resources.ts";
import { waitFor } from "../wait-for.ts";
import { addParameterGroups, type ParameterGroupsMade } from "./parameter-groups.ts";

type NeededByDatabases = Pick<NetworkMade, "subnets" | "securityGroups" | "securityGroupRules" | "routing">;

interface Needs extends NeededByDatabases, ParameterGroupsMade {
  readonly subnetGroups: Made<DbSubnetGroup>;
  /** The subnet groups of the model: public databases wait for the routes of their subnets. */
  readonly groups: readonly ServiceSubnets[];
}

/** Adds databases and their subnet groups; returns instances and Aurora clusters by name. */
export function addRds(scope: Construct, { rds }: Network, made: NeededByDatabases): RdsMade {
  const subnetGroups: Made<DbSubnetGroup> = new Map(
    rds.subnetGroups.map((group) => [group.name, addSubnetGroup(scope, made, group)]),
  );
  const needs = { ...made, ...addParameterGroups(scope, rds), subnetGroups, groups: rds.subnetGroups };
  return {
    databases: new Map(rds.instances.map((one) => [one.name, addInstance(scope, needs, one)])),
    databaseClusters: new Map(rds.clusters.map((one) => [one.name, addCluster(scope, needs, one)])),
  };
}

function addSubnetGroup(scope: Construct, made: NeededByDatabases, group: ServiceSubnets): DbSubnetGroup {
  return new DbSubnetGroup(scope, terraformAddress("aws_db_subnet_group", group.name), {
    name: group.displayName,
    description: `Subnets ${group.displayName}`,
    subnetIds: group.subnets.map((id) => resourceFor(made.subnets, id).id),
    tags: withNameTag(group.displayName, group.tags),
  });
}

function addInstance(scope: Construct, made: Needs, database: DatabaseInstance): DbInstance {
  return new DbInstance(scope, terraformAddress("aws_db_instance", database.name), {
    identifier: database.identifier,
    instanceClass: database.instanceClass,
    allocatedStorage: database.allocatedStorageGib,
    storageType: database.storageType,
    multiAz: database.multiAz,
    publiclyAccessible: database.publiclyAccessible,
    username: database.masterUsername,
    ...common(made, database),
    ...omitNull({
      dbName: database.databaseName,
      maxAllocatedStorage: database.maxAllocatedStorageGib,
      maintenanceWindow: database.maintenanceWindow,
      backupWindow: database.backupWindow,
      parameterGroupName: nameIn(made.parameterGroups, database.parameterGroup),
    }),
    ...waitFor([
      ...(database.publiclyAccessible ? routesOf(made, database) : []),
      ...rulesOfGroups(made, database.securityGroups),
    ]),
  });
}

function addCluster(scope: Construct, made: Needs, database: DatabaseCluster): RdsCluster {
  const cluster = new RdsCluster(scope, terraformAddress("aws_rds_cluster", database.name), {
    clusterIdentifier: database.identifier,
    masterUsername: database.masterUsername,
    ...common(made, database),
    ...omitNull({
      databaseName: database.databaseName,
      preferredMaintenanceWindow: database.maintenanceWindow,
      preferredBackupWindow: database.backupWindow,
      dbClusterParameterGroupName: nameIn(made.clusterParameterGroups, database.clusterParameterGroup),
    }),
    ...waitFor(rulesOfGroups(made, database.securityGroups)),
  });
  for (const instance of database.instances) addMember(scope, made, cluster, database, instance);
  return cluster;
}

/** The network type is the cluster's: the argument of an instance is only computed. */
function addMember(
  scope: Construct,
  made: Needs,
  cluster: RdsCluster,
  database: DatabaseCluster,
  instance: AuroraInstance,
): void {
  new RdsClusterInstance(scope, terraformAddress("aws_rds_cluster_instance", instance.id), {
    identifier: instance.identifier,
    clusterIdentifier: cluster.id,
    engine: cluster.engine,
    engineVersion: cluster.engineVersion,
    instanceClass: instance.instanceClass,
    dbSubnetGroupName: resourceFor(made.subnetGroups, database.subnetGroup).name,
    publiclyAccessible: instance.publiclyAccessible,
    copyTagsToSnapshot: true,
    tags: withNameTag(instance.identifier, instance.tags),
    ...omitNull({ dbParameterGroupName: nameIn(made.parameterGroups, instance.parameterGroup) }),
    ...waitFor(instance.publiclyAccessible ? routesOf(made, database) : []),
  });
}

function common(made: Needs, database: Database) {
  return {
    engine: database.engine,
    engineVersion: database.engineVersion,
    dbSubnetGroupName: resourceFor(made.subnetGroups, database.subnetGroup).name,
    networkType: database.networkType,
    // AWS makes, keeps and rotates the password: none stands in a blueprint or in Terraform's state.
    manageMasterUserPassword: true,
    storageEncrypted: true,
    backupRetentionPeriod: database.backupRetentionPeriod,
    copyTagsToSnapshot: true,
    skipFinalSnapshot: database.finalSnapshot === null,
    deletionProtection: database.deletionProtection,
    tags: withNameTag(database.identifier, database.tags),
    ...securityGroups(made, database),
    ...omitNull({
      kmsKeyId: database.kmsKeyId,
      port: database.port,
      finalSnapshotIdentifier: database.finalSnapshot,
    }),
  };
}

function nameIn(groups: Made<{ readonly name: string }>, name: string | null): string | null {
  return name === null ? null : resourceFor(groups, name).name;
}

/** Without any, AWS gives the VPC's default group. */
function securityGroups(made: Needs, database: Database) {
  if (database.securityGroups.length === 0) return {};
  return {
    vpcSecurityGroupIds: database.securityGroups.map((name) => resourceFor(made.securityGroups, name).id),
  };
}

/** AWS refuses a public database in a VPC whose internet gateway is not attached yet. */
function routesOf(made: Needs, { subnetGroup }: Database) {
  const group = made.groups.find(({ name }) => name === subnetGroup);
  invariant(group !== undefined, `no subnet group "${subnetGroup}"`);
  return group.subnets.flatMap((id) => resourceFor(made.routing, id));
}
