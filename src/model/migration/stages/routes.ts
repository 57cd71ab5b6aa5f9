import type { Network } from "../../types/network.ts";
import type { NatGateway, Route, RouteTable } from "../../types/routing.ts";
import type { Subnet } from "../../types/subnets.ts";
import type { Stage } from "../stage.ts";
import { type WhatIsThere, whatIsThere } from "../what-is-there.ts";
import { withoutNewLinks } from "./links.ts";

/** The stage `routes`. */
export const routesStage: Stage = {
  id: "routes",
  title: "Lay the IPv6 routes, and the gateways they lead to",
  why: "The rules are in place, and no host has an address yet: routes can be looked at before a packet takes them. All that is new between subnets comes here: route tables, NAT gateways, peering connections, attachments to transit gateways, VPN connections. Subnets that use the VPC's main route table by default are associated with it by name, which changes no packet's way, there or back",
  without: withoutNewRouting,
};

function withoutNewRouting(network: Network): Network {
  const there = whatIsThere(network);
  return {
    ...network,
    tiers: network.tiers.map((tier) => ({
      ...tier,
      subnets: tier.subnets.map((subnet) => withAssociationOfToday(subnet, there)),
    })),
    internetGateway: there.has("aws_internet_gateway", "main"),
    egressOnlyInternetGateway: there.has("aws_egress_only_internet_gateway", "main"),
    natGateways: network.natGateways
      .map((gateway) => withoutNewGateways(gateway, there))
      .filter(({ gateways }) => gateways.length > 0),
    ...withoutNewLinks(network, there),
    // Nothing is imported of them: what inspects an existing VPC comes with the routes that lead to it.
    gatewayLoadBalancerEndpoints: [],
    gatewayLoadBalancers: network.gatewayLoadBalancers
      .filter(({ name }) => there.has("aws_lb", name))
      .map((balancer) => ({ ...balancer, ipAddressType: "ipv4" })),
    vpcEndpointServices: [],
    networkFirewalls: [],
    internetGatewayRoutes: [],
    routeTables: network.routeTables
      .filter(({ id }) => there.has("aws_route_table", id))
      .map((table) => ({
        ...table,
        routes: table.routes.filter((route) => isOldRoute(there, table, route)),
        prefixListRoutes: table.prefixListRoutes.filter(({ id }) => there.has("aws_route", id)),
      })),
  };
}

/** Nothing can import what AWS does by default. Without an association the subnet goes on using the main table. */
function withAssociationOfToday(subnet: Subnet, there: WhatIsThere): Subnet {
  const isDefault =
    there.has("aws_subnet", subnet.id) && !there.has("aws_route_table_association", subnet.id);
  return { ...subnet, associationIsManaged: !isDefault };
}

function withoutNewGateways(gateway: NatGateway, there: WhatIsThere): NatGateway {
  return { ...gateway, gateways: gateway.gateways.filter(({ id }) => there.has("aws_nat_gateway", id)) };
}

/** Whoever has the table in hand has its IPv4 routes, too. */
function isOldRoute(there: WhatIsThere, { id }: RouteTable, route: Route): boolean {
  if (there.has("aws_route", route.id)) return true;
  return there.isReferenced("aws_route_table", id) && route.destination.prefix.family === "ipv4";
}
