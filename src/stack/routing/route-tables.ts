import { Route as AwsRoute, type RouteConfig } from "@cdktf/provider-aws/lib/route/index.js";
import { RouteTable as AwsRouteTable } from "@cdktf/provider-aws/lib/route-table/index.js";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association/index.js";
import type { Construct } from "constructs";
import { assertNever, invariant } from "../../base/invariant.ts";
import { formatPrefix } from "../../base/prefix.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import { isIdle } from "../../model/routing/tables-of-others.ts";
import type { Network } from "../../model/types/network.ts";
import type { Route, RouteTable, RouteTarget } from "../../model/types/routing.ts";
import type { ITerraformDependable } from "../engine.ts";
import { isManagedHere } from "../existing/is-managed-here.ts";
import { ownershipOf } from "../existing/ownership-of.ts";
import { withNameTag } from "../name-tag.ts";
import {
  type GatewaysMade,
  type Identified,
  type Made,
  type RoutingMade,
  resourceFor,
  type SubnetMade,
  type TransitMade,
  type VpcMade,
} from "../resources.ts";
import { waitFor } from "../wait-for.ts";

interface RouteTableNeeds extends VpcMade, GatewaysMade, TransitMade {
  readonly subnets: Made<SubnetMade>;
}

/** Makes the route tables that are not managed outside this stack and serve somebody, with their routes and associations. */
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
  const awsRoutes = table.routes
    .filter((route) => isOurRoute(network, table, route))
    .map((route) => addRoute(scope, routeTableId, route, made));
  return table.subnets.map((subnet) => {
    if (!isOurAssociation(network, table, subnet)) return [subnet, awsRoutes];
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

function isOurRoute(network: Network, table: RouteTable, { id, destination }: Route): boolean {
  const part = { address: terraformAddress("aws_route", id), families: [destination.prefix.family] };
  return isManagedHere(network, terraformAddress("aws_route_table", table.id), part);
}

/** A subnet that was there before has its association with a table managed outside this stack already. */
function isOurAssociation(network: Network, table: RouteTable, subnet: string): boolean {
  if (ownershipOf(network, terraformAddress("aws_route_table_association", subnet)).kind === "imported")
    return true;
  const subnetIs = ownershipOf(network, terraformAddress("aws_subnet", subnet)).kind;
  const tableIs = ownershipOf(network, terraformAddress("aws_route_table", table.id)).kind;
  return subnetIs === "created" || (subnetIs === "imported" && tableIs !== "external");
}

function addRoute(
  scope: Construct,
  routeTableId: string,
  { id, destination, target }: Route,
  made: GatewaysMade & TransitMade,
): AwsRoute {
  const cidr = formatPrefix(destination.prefix);
  return new AwsRoute(scope, terraformAddress("aws_route", id), {
    routeTableId,
    ...(destination.prefix.family === "ipv4"
      ? { destinationCidrBlock: cidr }
      : { destinationIpv6CidrBlock: cidr }),
    ...targetArguments(target, made),
  });
}

function targetArguments(target: RouteTarget, made: GatewaysMade & TransitMade): Partial<RouteConfig> {
  switch (target.kind) {
    case "internet-gateway":
      invariant(made.internetGateway !== null, "a route to an internet gateway that was not made");
      return { gatewayId: made.internetGateway.id };
    case "egress-only-internet-gateway":
      invariant(
        made.egressOnlyInternetGateway !== null,
        "a route to an egress-only gateway that was not made",
      );
      return { egressOnlyGatewayId: made.egressOnlyInternetGateway.id };
    case "nat-gateway":
      return { natGatewayId: resourceFor(made.natGateways, target.gateway).id };
    case "transit-gateway":
      return { transitGatewayId: target.id };
    case "vpc-peering-connection":
      return { vpcPeeringConnectionId: target.id };
    case "transit-gateway-attachment": {
      const { id, attachment } = resourceFor(made.transitGateways, target.name);
      return { transitGatewayId: id, ...waitFor(attachment === null ? [] : [attachment]) };
    }
    case "own-vpc-peering-connection":
      return { vpcPeeringConnectionId: resourceFor(made.vpcPeeringConnections, target.name).id };
    case "network-interface":
      return { networkInterfaceId: target.id };
    case "virtual-private-gateway":
      return { gatewayId: target.id };
    default:
      return assertNever(target);
  }
}
