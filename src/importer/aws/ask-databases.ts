import {
  type DBInstance,
  type DBSubnetGroup,
  paginateDescribeDBInstances,
  paginateDescribeDBSubnetGroups,
  type RDSClient,
} from "@aws-sdk/client-rds";
import { databaseFields } from "../fields/database.ts";
import { fromApi } from "../fields/field.ts";
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
  return { id: database.DBInstanceIdentifier ?? "", name: null, ...fromApi(databaseFields, database) };
}
