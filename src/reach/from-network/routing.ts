import { assertNever } from "../../base/invariant.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import { listed } from "../../model/routing/route-lookup.ts";
import { isIdle, subnetOfOthers } from "../../model/routing/tables-of-others.ts";
import type { PrefixListRoute, Route, RouteTable, RouteTarget } from "../../model/types/routing.ts";
import type { VpcEndpoint } from "../../model/types/vpc-endpoints.ts";
import type { Gateway, LeftOut, Place, TopologyRoute, TopologyRouteTable } from "../topology/topology.ts";
import { knownBlock } from "./blocks.ts";
import { inspectionEndpointId } from "./firewall-endpoint-id.ts";
import { at, type NetworkContext, type Parts, VPC } from "./network-context.ts";
import { peeringId, transitGatewayId } from "./transit-ids.ts";

/** The table of the internet gateway itself. */
const EDGE_TABLE = "aws_route_table.internet_gateway";
const INTERNET_GATEWAY = "aws_internet_gateway.main";
const EGRESS_ONLY_INTERNET_GATEWAY = "aws_egress_only_internet_gateway.main";

/** The route tables that are made or there, and what their routes lead to outside the blueprint. */
export function routeTablesOf(context: NetworkContext): Parts {
  const tables = context.network.routeTables.filter((table) => !isIdle(context.network, table));
  return {
    routeTables: tables.map((table) => tableOf(context, table)),
    gateways: outside(context, tables),
    leftOut: tables.filter((table) => isOfOthers(context, table)).map(leftOut),
  };
}

function isOfOthers({ there }: NetworkContext, table: RouteTable): boolean {
  return there.isReferenced("aws_route_table", table.id) || subnetOfOthers(there, table) !== null;
}

function leftOut({ id, tier }: RouteTable): LeftOut {
  return {
    place: at(["network", "subnets", tier]),
    why: `route table "${id}" is managed outside this stack, and may have routes of which nothing is said here`,
    touches: [terraformAddress("aws_route_table", id)],
  };
}

function tableOf(context: NetworkContext, table: RouteTable): TopologyRouteTable {
  const endpoints = context.network.vpcEndpoints.filter(
    ({ type }) => type.kind === "gateway" && type.routeTables.includes(table.id),
  );
  return {
    id: terraformAddress("aws_route_table", table.id),
    place: at(["network", "subnets", table.tier]),
    vpc: VPC,
    routes: [
      ...[...table.routes, ...listed(table)].map((route) => routeOf(context, route)),
      ...table.prefixListRoutes.flatMap((route) => routeOfUnknownList(context, route)),
      ...endpoints.map((endpoint) => endpointRoute(table, endpoint)),
    ],
  };
}

function routeOf(context: NetworkContext, { id, path, destination, target }: Route): TopologyRoute {
  return {
    id: terraformAddress("aws_route", id),
    place: at(path),
    destination: { kind: "block", block: knownBlock(destination) },
    target: targetId(context, target),
  };
}

/** A route for a prefix list that is made elsewhere. */
function routeOfUnknownList(
  context: NetworkContext,
  { id, path, prefixList, target }: PrefixListRoute,
): readonly TopologyRoute[] {
  if (prefixList.kind === "prefix-list") return [];
  const destination = { kind: "unknown" } as const;
  return [
    {
      id: terraformAddress("aws_route", id),
      place: at(path),
      destination,
      target: targetId(context, target),
    },
  ];
}

/** AWS adds it to the tables that the endpoint names. */
function endpointRoute(table: RouteTable, { name, path, service, serviceName }: VpcEndpoint): TopologyRoute {
  const endpoint = terraformAddress("aws_vpc_endpoint", name);
  return {
    id: `${endpoint}/${table.id}`,
    place: at(path),
    destination: { kind: "service", service: service ?? serviceName },
    target: endpoint,
  };
}

/** Where a route leads: a Terraform address, or AWS's id of what lies outside. */
export function targetId({ network }: NetworkContext, target: RouteTarget): string {
  switch (target.kind) {
    case "internet-gateway":
      return INTERNET_GATEWAY;
    case "egress-only-internet-gateway":
      return EGRESS_ONLY_INTERNET_GATEWAY;
    case "nat-gateway":
      return terraformAddress("aws_nat_gateway", target.gateway);
    case "transit-gateway-attachment":
      return transitGatewayId(network, target.name);
    case "own-vpc-peering-connection":
      return peeringId(network, target.name);
    case "own-virtual-private-gateway":
      return terraformAddress("aws_vpn_gateway", target.name);
    case "instance":
      return terraformAddress("aws_instance", target.name);
    case "inspection-endpoint":
      return inspectionEndpointId(network, target);
    case "core-network":
      return target.arn;
    case "transit-gateway":
    case "vpc-peering-connection":
    case "network-interface":
    case "virtual-private-gateway":
    case "vpc-endpoint":
      return target.id;
    default:
      return assertNever(target);
  }
}

/** What routes lead to by AWS's ids, each once: of most of it nothing is known but that it is there. */
function outside({ network }: NetworkContext, tables: readonly RouteTable[]): readonly Gateway[] {
  const attached = network.transitGatewayAttachments.map(({ name }) => transitGatewayId(network, name));
  const connected = network.vpcPeeringConnections.map(({ name }) => peeringId(network, name));
  const led = tables.flatMap(({ routes, prefixListRoutes }) => [...routes, ...prefixListRoutes]);
  const found = [...led, ...network.internetGatewayRoutes].flatMap((route) => outsideOf(route));
  return [...new Map(found.map((gateway) => [gateway.id, gateway])).values()].filter(
    ({ id }) => !attached.includes(id) && !connected.includes(id),
  );
}

function outsideOf({ path, target }: Pick<Route, "path" | "target">): readonly Gateway[] {
  const place = at(path);
  switch (target.kind) {
    case "transit-gateway":
      return [{ id: target.id, place, kind: "other", what: `transit gateway ${target.id}` }];
    case "vpc-peering-connection": {
      const sides = [
        { vpc: VPC, isKnown: true, where: null },
        { vpc: `the other side of ${target.id}`, isKnown: false, where: null },
      ];
      return [{ id: target.id, place, kind: "vpc-peering-connection", sides, crossesRegions: "unknown" }];
    }
    case "network-interface":
      return [{ id: target.id, place, kind: "other", what: `network interface ${target.id}` }];
    case "virtual-private-gateway":
      return [{ id: target.id, place, kind: "virtual-private-gateway", vpc: VPC }];
    case "vpc-endpoint":
      return [outsideEndpoint(target.id, place)];
    case "core-network":
      return [{ id: target.arn, place, kind: "other", what: `core network ${target.arn}` }];
    case "internet-gateway":
    case "egress-only-internet-gateway":
    case "nat-gateway":
    case "transit-gateway-attachment":
    case "own-vpc-peering-connection":
    case "own-virtual-private-gateway":
    case "instance":
    case "inspection-endpoint":
      return [];
    default:
      return assertNever(target);
  }
}

function outsideEndpoint(id: string, place: Place): Gateway {
  const why = "it is made elsewhere, and what stands behind it is not known";
  return {
    ...{ id, place, kind: "inspection-endpoint", vpc: VPC, subnet: null, of: null },
    ...{ families: "unknown", passes: "unknown", why },
  };
}

/** The internet gateway. */
export function internetGatewayOf({ network }: NetworkContext): Parts {
  if (!network.internetGateway) return {};
  return {
    gateways: [
      {
        id: INTERNET_GATEWAY,
        place: at(network.vpc.path),
        kind: "internet-gateway",
        vpc: VPC,
        edgeRouteTable: network.internetGatewayRoutes.length === 0 ? null : EDGE_TABLE,
      },
    ],
  };
}

/** The egress-only internet gateway. */
export function egressOnlyInternetGatewayOf({ network }: NetworkContext): Parts {
  if (!network.egressOnlyInternetGateway) return {};
  const id = EGRESS_ONLY_INTERNET_GATEWAY;
  return { gateways: [{ id, place: at(network.vpc.path), kind: "egress-only-internet-gateway", vpc: VPC }] };
}

/** The NAT gateways, one for each zone where there are several. */
export function natGatewaysOf({ network }: NetworkContext): Parts {
  return {
    gateways: network.natGateways.flatMap(({ path, connectivityType, gateways }) =>
      gateways.map(
        ({ id, place }): Gateway => ({
          id: terraformAddress("aws_nat_gateway", id),
          place: at(path),
          kind: "nat-gateway",
          vpc: VPC,
          subnet: place === null ? null : terraformAddress("aws_subnet", place.subnet),
          connectivity: connectivityType,
        }),
      ),
    ),
  };
}
