import type { Network } from "../../types/network.ts";
import type { NatGateway, RouteTable, RouteTarget } from "../../types/routing.ts";
import { terraformAddress } from "../terraform-address.ts";
import { type Importable, importable } from "./importable-resource.ts";

const INTERNET_GATEWAY = terraformAddress("aws_internet_gateway", "main");
const EGRESS_ONLY_GATEWAY = terraformAddress("aws_egress_only_internet_gateway", "main");

/** Gateways, route tables with their routes and subnets, and routes of other VPCs back to this one. */
export function importableRouting(network: Network): readonly Importable[] {
  const links = [...network.vpcPeeringConnections, ...network.transitGatewayAttachments];
  return [
    ...(network.internetGateway ? [{ address: INTERNET_GATEWAY, needs: [] }] : []),
    ...(network.egressOnlyInternetGateway ? [{ address: EGRESS_ONLY_GATEWAY, needs: [] }] : []),
    ...network.natGateways.flatMap(natGateway),
    ...network.routeTables.flatMap(routeTable),
    ...links.flatMap(({ returnRoutes }) => returnRoutes).map(({ id }) => importable("aws_route", id)),
  ];
}

function natGateway({ connectivityType, gateways }: NatGateway): readonly Importable[] {
  const isPublic = connectivityType === "public";
  return gateways.flatMap(({ id, subnet }) => [
    ...(isPublic ? [importable("aws_eip", id)] : []),
    importable("aws_nat_gateway", id, [
      terraformAddress("aws_subnet", subnet),
      ...(isPublic ? [terraformAddress("aws_eip", id), INTERNET_GATEWAY] : []),
    ]),
  ]);
}

function routeTable({ id, subnets, routes }: RouteTable): readonly Importable[] {
  const table = importable("aws_route_table", id);
  return [
    table,
    ...subnets.map((subnet) =>
      importable("aws_route_table_association", subnet, [
        table.address,
        terraformAddress("aws_subnet", subnet),
      ]),
    ),
    ...routes.map((route) => importable("aws_route", route.id, [table.address, ...gatewayOf(route.target)])),
  ];
}

/** The gateway of the blueprint's that can have been there before. */
function gatewayOf(target: RouteTarget): readonly string[] {
  switch (target.kind) {
    case "internet-gateway":
      return [INTERNET_GATEWAY];
    case "egress-only-internet-gateway":
      return [EGRESS_ONLY_GATEWAY];
    case "nat-gateway":
      return [terraformAddress("aws_nat_gateway", target.gateway)];
    default:
      return [];
  }
}
