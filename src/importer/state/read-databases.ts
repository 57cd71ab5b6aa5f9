import { databaseFields } from "../fields/database.ts";
import { fromState } from "../fields/field.ts";
import type { FoundDatabase, FoundDatabaseSubnetGroup } from "../types/balancing.ts";
import type { StateResources } from "./resources.ts";

/** DB subnet groups that hold a subnet of the VPC. */
export function readDatabaseSubnetGroups(
  resources: StateResources,
  subnetIds: ReadonlySet<string>,
): readonly FoundDatabaseSubnetGroup[] {
  return resources
    .of("aws_db_subnet_group")
    .map(({ id, values }) => ({ id, name: null, subnetIds: values.texts("subnet_ids") }))
    .filter((group) => group.subnetIds.some((subnet) => subnetIds.has(subnet)));
}

/** The DB instances of the subnet groups, and those that stand behind a security group of the VPC: their own may be elsewhere. */
export function readDatabases(
  resources: StateResources,
  subnetGroups: readonly FoundDatabaseSubnetGroup[],
  vpcId: string,
): readonly FoundDatabase[] {
  const names = subnetGroups.map(({ id }) => id);
  const groups = new Set(
    resources.having("vpc_id", vpcId, "aws_security_group", "aws_default_security_group").map(({ id }) => id),
  );
  const found = resources
    .of("aws_db_instance", "aws_rds_cluster_instance")
    .filter(
      ({ values }) =>
        names.includes(values.text("db_subnet_group_name") ?? "") ||
        values.texts("vpc_security_group_ids").some((group) => groups.has(group)),
    );
  return found.map(({ id, values }) => ({
    id: values.text("identifier") ?? id,
    name: null,
    ...fromState(databaseFields, values),
  }));
}
