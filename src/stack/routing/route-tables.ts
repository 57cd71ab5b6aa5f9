import { RouteTable as AwsRouteTable } from "@cdktf/provider-aws/lib/route-table/index.js";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association/index.js";
import type { Construct } from "constructs";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import { isIdle } from "../../model/routing/tables-of-others.ts";
import type { Network } from "../../model/types/network.ts";
import type { RouteTable } from "../../model/types/routing.ts";
import type { ITerraformDependable } from "../engine.ts";
import { ownershipOf } from "../existing/ownership-of.ts";
import { withNameTag } from "../name-tag.ts";
import {
  type Identified,
  type Made,
  type RoutingMade,
  resourceFor,
  type SubnetMade,
  type VpcMade,
} from "../resources.ts";
import { waitFor } from "../wait-for.ts";
import { addRoute, ourRoutes, type RoutesLeadTo } from "./routes.ts";

interface RouteTableNeeds extends VpcMade, RoutesLeadTo {
  readonly subnets: Made<SubnetMade>;
}

/**
 * Makes the route tables that are not managed outside this stack and serve somebody, with their associations and routes, but
 * for those to instances.
 */
export function addRouteTables(scope: Construct, network: Network, made: RouteTableNeeds): RoutingMade {
  const needed = network.routeTables.filter((table) => !isIdle(network, table));
  const tables = needed.map((table) => ({
    table,
    awsTable: addTable(scope, network, table, made),
  }));
  return {
    routeTables: new Map(tables.map(({ table, awsTable }) => [table.id, awsTable])),
    routing: new Map<string, readonly ITerraformDependable[]>([
      // A subnet that was there before may have a route table that the blueprint says nothing of.
      ...[...made.subnets.keys()].map((subnet) => [subnet, []] as const),
      ...tables.flatMap(({ table, awsTable }) => addRouting(scope, network, awsTable, table, made)),
    ]),
  };
}

function addTable(
  scope: Construct,
  network: Network,
  { id, displayName }: RouteTable,
  { vpc }: VpcMade,
): Identified {
  const address = terraformAddress("aws_route_table", id);
  const owner = ownershipOf(network, address);
  if (owner.kind === "external") return owner;
  return new AwsRouteTable(scope, address, {
    vpcId: vpc.id,
    tags: withNameTag(displayName, {}),
    // Its subnets move to another table before it is destroyed: AWS gives them the main one otherwise.
    lifecycle: { createBeforeDestroy: true },
  });
}

function addRouting(
  scope: Construct,
  network: Network,
  { id: routeTableId }: Identified,
  table: RouteTable,
  made: RouteTableNeeds,
): [string, ITerraformDependable[]][] {
  const managed = network.tiers
    .flatMap(({ subnets }) => subnets)
    .filter(({ associationIsManaged }) => associationIsManaged)
    .map(({ id }) => id);
  const awsRoutes = ourRoutes(network, table)
    .filter(({ target }) => target.kind !== "instance")
    .map((route) => addRoute(scope, routeTableId, route, made));
  return table.subnets.map((subnet) => {
    if (!managed.includes(subnet) || !isOurAssociation(network, table, subnet)) return [subnet, awsRoutes];
    const association = new RouteTableAssociation(
      scope,
      terraformAddress("aws_route_table_association", subnet),
      {
        routeTableId,
        subnetId: resourceFor(made.subnets, subnet).id,
        // A subnet that moves to another table is not to arrive before the table's routes.
        ...waitFor(awsRoutes),
      },
    );
    return [subnet, [association, ...awsRoutes]];
  });
}

/** A subnet that was there before has its association with a table managed outside this stack already. */
function isOurAssociation(network: Network, table: RouteTable, subnet: string): boolean {
  if (ownershipOf(network, terraformAddress("aws_route_table_association", subnet)).kind === "imported")
    return true;
  const subnetIs = ownershipOf(network, terraformAddress("aws_subnet", subnet)).kind;
  const tableIs = ownershipOf(network, terraformAddress("aws_route_table", table.id)).kind;
  return subnetIs === "created" || (subnetIs === "imported" && tableIs !== "external");
}
