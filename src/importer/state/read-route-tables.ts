import type { FoundRoute, FoundRouteTable } from "../types/inventory.ts";
import type { StateResource, StateResources } from "./resources.ts";
import { nameTag, type Values } from "./values.ts";

const DESTINATIONS = ["cidr_block", "ipv6_cidr_block", "destination_prefix_list_id"];
const OWN_DESTINATIONS = [
  "destination_cidr_block",
  "destination_ipv6_cidr_block",
  "destination_prefix_list_id",
];
const TARGETS = [
  "gateway_id",
  "nat_gateway_id",
  "egress_only_gateway_id",
  "transit_gateway_id",
  "vpc_peering_connection_id",
  "network_interface_id",
  "vpc_endpoint_id",
  "carrier_gateway_id",
  "local_gateway_id",
  "core_network_arn",
];

/** The VPC's route tables; the main one also when the state knows but its id. */
export function readRouteTables(resources: StateResources, vpc: StateResource): readonly FoundRouteTable[] {
  const main = vpc.values.text("main_route_table_id") ?? vpc.values.text("default_route_table_id");
  const tables = resources.having("vpc_id", vpc.id, "aws_route_table", "aws_default_route_table");
  const isKnown = main === null || tables.some(({ id }) => id === main);
  return [
    ...tables.map(({ id, values }) => ({
      id,
      name: nameTag(values),
      isMain: id === main,
      subnets: subnetsOf(resources, id),
      routes: routesOf(resources, id, values.blocks("route")),
      learnsFrom: gatewaysOf(resources, id, values.texts("propagating_vgws")),
    })),
    ...(isKnown
      ? []
      : [
          {
            id: main,
            name: null,
            isMain: true,
            subnets: subnetsOf(resources, main),
            routes: routesOf(resources, main, []),
            learnsFrom: gatewaysOf(resources, main, []),
          },
        ]),
  ];
}

function subnetsOf(resources: StateResources, table: string): readonly string[] {
  return resources
    .having("route_table_id", table, "aws_route_table_association")
    .flatMap(({ values }) => values.text("subnet_id") ?? []);
}

/** Those of the table's own list and of resources of their own. */
function gatewaysOf(resources: StateResources, table: string, inline: readonly string[]): readonly string[] {
  const own = resources.having("route_table_id", table, "aws_vpn_gateway_route_propagation");
  return [...new Set([...inline, ...own.flatMap(({ values }) => values.text("vpn_gateway_id") ?? [])])];
}

/** Routes of the table's own list and of resources of their own: a state may hold one route in both. */
function routesOf(
  resources: StateResources,
  table: string,
  inline: readonly Values[],
): readonly FoundRoute[] {
  const own = resources.having("route_table_id", table, "aws_route");
  const routes = [
    ...inline.flatMap((values) => readRoute(values, DESTINATIONS)),
    ...own.flatMap(({ values }) => readRoute(values, OWN_DESTINATIONS)),
  ];
  return [...new Map(routes.map((route) => [route.destination, route])).values()];
}

function readRoute(values: Values, destinations: readonly string[]): readonly FoundRoute[] {
  const [destination] = destinations.flatMap((key) => values.text(key) ?? []);
  const [target = null] = TARGETS.flatMap((key) => values.text(key) ?? []);
  return destination === undefined || target === "local"
    ? []
    : [{ destination, target, isPropagated: false }];
}
