import { DATABASE_IDENTIFIER_LENGTH } from "../../aws/database-sizes.ts";
import type { Path } from "../../base/path.ts";
import type {
  Blueprint,
  RdsSettings,
  DatabaseCluster as WrittenCluster,
  DatabaseInstance as WrittenInstance,
} from "../../blueprint/blueprint.generated.ts";
import { type Context, checkReference, sortedEntries } from "../context.ts";
import type { Declared } from "../declared.ts";
import { awsNameOf, awsStackName } from "../names.ts";
import { knownName, knownNames, namesOf } from "../references.ts";
import type { AuroraInstance, Database, Rds } from "../types/rds.ts";
import type { ServiceSubnets } from "../types/service-subnets.ts";
import { finalSnapshot } from "./final-snapshot.ts";
import { identifier } from "./identifiers.ts";
import { normaliseParameterGroups } from "./parameter-groups.ts";
import { normaliseServiceSubnets, sharedAddressing } from "./service-subnets.ts";

interface DatabasePlacement extends Declared {
  readonly stack: string;
  readonly subnetGroups: readonly ServiceSubnets[];
}

/** The databases and their subnet groups, each list sorted by name. */
export function normaliseRds(context: Context, blueprint: Blueprint, declared: Declared): Rds {
  const [stack, rds] = [awsStackName(blueprint), blueprint.rds];
  const subnetGroups = sortedEntries(rds.subnetGroups).map(([name, written]) =>
    normaliseServiceSubnets(context, stack, declared.tiers, ["rds", "subnetGroups", name], name, written),
  );
  const place = { ...declared, stack, subnetGroups };
  const groups = { instance: rds.parameterGroups, cluster: rds.clusterParameterGroups };
  return {
    subnetGroups,
    parameterGroups: normaliseParameterGroups(stack, "parameterGroups", groups.instance),
    clusterParameterGroups: normaliseParameterGroups(stack, "clusterParameterGroups", groups.cluster),
    instances: sortedEntries(rds.instances).map(([name, written]) => {
      const path: Path = ["rds", "instances", name];
      return {
        ...normaliseDatabase(context, place, path, name, written),
        instanceClass: written.instanceClass,
        ...parameterGroupOf(context, rds, written, path),
        allocatedStorageGib: written.allocatedStorageGib,
        maxAllocatedStorageGib: written.maxAllocatedStorageGib ?? null,
        storageType: written.storageType,
        multiAz: written.multiAz,
        publiclyAccessible: written.publiclyAccessible,
      };
    }),
    clusters: sortedEntries(rds.clusters).map(([name, written]) => {
      const path: Path = ["rds", "clusters", name];
      const { clusterParameterGroup: group } = written;
      const at = [...path, "clusterParameterGroup"];
      return {
        ...normaliseDatabase(context, place, path, name, written),
        clusterParameterGroup: knownName(
          context,
          "cluster parameter group",
          group,
          namesOf(groups.cluster),
          at,
        ),
        instances: normaliseMembers(context, rds, stack, name, written),
      };
    }),
  };
}

function normaliseDatabase(
  context: Context,
  place: DatabasePlacement,
  path: Path,
  name: string,
  written: WrittenInstance | WrittenCluster,
): Database {
  const { subnetGroup } = written;
  const groups = place.subnetGroups.map((group) => group.name);
  checkReference(context, "database subnet group", subnetGroup, groups, [...path, "subnetGroup"]);
  const isDualStack = sharedAddressing(place.subnetGroups, subnetGroup, place.tiers) === "dual-stack";
  const own = identifier(place.stack, [awsNameOf(name, written)], DATABASE_IDENTIFIER_LENGTH);
  return {
    name,
    path,
    identifier: own,
    subnetGroup,
    engine: written.engine,
    engineVersion: written.engineVersion,
    networkType: written.networkType ?? (isDualStack ? "DUAL" : "IPV4"),
    securityGroups: knownNames(context, "security group", written.securityGroups, place.securityGroups, [
      ...path,
      "securityGroups",
    ]),
    kmsKeyId: written.kmsKeyId ?? null,
    databaseName: written.databaseName ?? null,
    masterUsername: written.masterUsername,
    port: written.port ?? null,
    backupRetentionPeriod: written.backupRetentionPeriod,
    backupWindow: written.backupWindow ?? null,
    maintenanceWindow: written.maintenanceWindow ?? null,
    finalSnapshot: finalSnapshot(context, path, own, written),
    deletionProtection: written.deletionProtection,
    tags: written.tags,
  };
}

function normaliseMembers(
  context: Context,
  rds: RdsSettings,
  stack: string,
  cluster: string,
  owner: WrittenCluster,
): readonly AuroraInstance[] {
  return sortedEntries(owner.instances).map(([name, { awsName, renamedFrom: _, ...written }]) => {
    const path: Path = ["rds", "clusters", cluster, "instances", name];
    return {
      id: `${cluster}_${name}`,
      name,
      path,
      identifier: identifier(stack, [awsNameOf(cluster, owner), awsName ?? name], DATABASE_IDENTIFIER_LENGTH),
      ...written,
      ...parameterGroupOf(context, rds, written, path),
    };
  });
}

function parameterGroupOf(
  context: Context,
  { parameterGroups }: RdsSettings,
  { parameterGroup }: { readonly parameterGroup?: string },
  path: Path,
) {
  const at = [...path, "parameterGroup"];
  const known = knownName(context, "parameter group", parameterGroup, namesOf(parameterGroups), at);
  return { parameterGroup: known };
}
