import { type ElastiCacheClient, paginateDescribeCacheSubnetGroups } from "@aws-sdk/client-elasticache";
import { paginateDescribeClusterSubnetGroups, type RedshiftClient } from "@aws-sdk/client-redshift";
import type { Unplaced } from "../types/inventory.ts";
import { askAll } from "./ask.ts";
import { orRefusal } from "./ask-others.ts";

const DETAIL = "of the VPC's subnets; it stays as it is";

/** Subnet groups of the VPC that a blueprint does not take up: those of ElastiCache and Redshift. */
export async function askSubnetGroups(
  elastiCache: ElastiCacheClient,
  redshift: RedshiftClient,
  vpcId: string,
): Promise<readonly Unplaced[]> {
  const caches = askAll(
    "elasticache:DescribeCacheSubnetGroups",
    paginateDescribeCacheSubnetGroups({ client: elastiCache }, {}),
    (page) => page.CacheSubnetGroups,
  ).then((groups) =>
    groups
      .filter(({ VpcId }) => VpcId === vpcId)
      .map(({ CacheSubnetGroupName: id = "" }) => ({ kind: "ElastiCache subnet group", id, detail: DETAIL })),
  );
  const warehouses = askAll(
    "redshift:DescribeClusterSubnetGroups",
    paginateDescribeClusterSubnetGroups({ client: redshift }, {}),
    (page) => page.ClusterSubnetGroups,
  ).then((groups) =>
    groups
      .filter(({ VpcId }) => VpcId === vpcId)
      .map(({ ClusterSubnetGroupName: id = "" }) => ({ kind: "Redshift subnet group", id, detail: DETAIL })),
  );
  return (await Promise.all([orRefusal(caches), orRefusal(warehouses)])).flat();
}
