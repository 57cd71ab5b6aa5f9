import { Route } from "@cdktf/provider-aws/lib/route/index.js";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table/index.js";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association/index.js";
import type { Construct } from "constructs";
import { invariant } from "../../base/invariant.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Network } from "../../model/types/network.ts";
import { withNameTag } from "../name-tag.ts";
import { type NetworkMade, resourceFor } from "../resources.ts";
import { waitFor } from "../wait-for.ts";
import { targetArguments } from "./routes.ts";

type EdgeNeeds = Pick<
  NetworkMade,
  | "vpc"
  | "subnets"
  | "internetGateway"
  | "egressOnlyInternetGateway"
  | "natGateways"
  | "natGatewayAddresses"
  | "transitGateways"
  | "vpcPeeringConnections"
  | "virtualPrivateGateways"
  | "inspectionEndpoints"
  | "firewallEndpoints"
>;

/** Makes the internet gateway's own route table, where it has one: its routes are there before the gateway takes them. */
export function addInternetGatewayRoutes(scope: Construct, network: Network, made: EdgeNeeds): void {
  if (network.internetGatewayRoutes.length === 0) return;
  invariant(made.internetGateway !== null, "routes of an internet gateway that was not made");
  const table = new RouteTable(scope, terraformAddress("aws_route_table", "internet_gateway"), {
    vpcId: made.vpc.id,
    tags: withNameTag(`${network.awsName}-internet-gateway`, {}),
  });
  const routes = network.internetGatewayRoutes.map(({ id, subnet, family, target }) => {
    const { cidrBlock, ipv6CidrBlock } = resourceFor(made.subnets, subnet);
    return new Route(scope, terraformAddress("aws_route", id), {
      routeTableId: table.id,
      ...(family === "ipv4"
        ? { destinationCidrBlock: cidrBlock }
        : { destinationIpv6CidrBlock: ipv6CidrBlock }),
      ...targetArguments(target, made),
    });
  });
  new RouteTableAssociation(scope, terraformAddress("aws_route_table_association", "internet_gateway"), {
    gatewayId: made.internetGateway.id,
    routeTableId: table.id,
    ...waitFor(routes),
  });
}
