import { Route as AwsRoute, type RouteConfig } from "@cdktf/provider-aws/lib/route/index.js";
import { RouteTable as AwsRouteTable } from "@cdktf/provider-aws/lib/route-table/index.js";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association/index.js";
import type { Subnet } from "@cdktf/provider-aws/lib/subnet/index.js";
import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import { assertNever, invariant } from "../base/invariant.ts";
import { formatPrefix } from "../base/prefix.ts";
import type { Network } from "../model/types/network.ts";
import type { Route, RouteTable, RouteTarget } from "../model/types/routing.ts";
import {
  type GatewaysMade,
  type Made,
  madeFor,
  type RoutingMade,
  type TransitMade,
  type VpcMade,
} from "./made.ts";
import { withNameTag } from "./name-tag.ts";
import { waitFor } from "./wait-for.ts";

interface RouteTableNeeds extends VpcMade, GatewaysMade, TransitMade {
  readonly subnets: Made<Subnet>;
}

/** Makes the route tables with their routes and associations. */
export function addRouteTables(scope: Construct, network: Network, made: RouteTableNeeds): RoutingMade {
  const tables = network.routeTables.map((table) => ({ table, awsTable: addTable(scope, table, made) }));
  return {
    routeTables: new Map(tables.map(({ table, awsTable }) => [table.id, awsTable])),
    routing: new Map(tables.flatMap(({ table, awsTable }) => addRouting(scope, awsTable, table, made))),
  };
}

function addTable(scope: Construct, { id, displayName }: RouteTable, { vpc }: VpcMade): AwsRouteTable {
  return new AwsRouteTable(scope, `aws_route_table.${id}`, {
    vpcId: vpc.id,
    tags: withNameTag(displayName, {}),
  });
}

function addRouting(
  scope: Construct,
  table: AwsRouteTable,
  { subnets, routes }: RouteTable,
  made: RouteTableNeeds,
): [string, ITerraformDependable[]][] {
  const awsRoutes = routes.map((route) => addRoute(scope, table, route, made));
  return subnets.map((subnet) => {
    const association = new RouteTableAssociation(scope, `aws_route_table_association.${subnet}`, {
      routeTableId: table.id,
      subnetId: madeFor(made.subnets, subnet).id,
    });
    return [subnet, [association, ...awsRoutes]];
  });
}

function addRoute(
  scope: Construct,
  table: AwsRouteTable,
  { id, destination, target }: Route,
  made: GatewaysMade & TransitMade,
): AwsRoute {
  const cidr = formatPrefix(destination.prefix);
  return new AwsRoute(scope, `aws_route.${id}`, {
    routeTableId: table.id,
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
      return { natGatewayId: madeFor(made.natGateways, target.gateway).id };
    case "transit-gateway":
      return { transitGatewayId: target.id };
    case "vpc-peering-connection":
      return { vpcPeeringConnectionId: target.id };
    case "transit-gateway-attachment": {
      const { id, attachment } = madeFor(made.transitGateways, target.name);
      return { transitGatewayId: id, ...waitFor(attachment === null ? [] : [attachment]) };
    }
    case "own-vpc-peering-connection":
      return { vpcPeeringConnectionId: madeFor(made.vpcPeeringConnections, target.name).id };
    case "network-interface":
      return { networkInterfaceId: target.id };
    case "virtual-private-gateway":
      return { gatewayId: target.id };
    default:
      return assertNever(target);
  }
}
