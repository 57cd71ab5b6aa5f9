import { assertNever } from "../../../base/invariant.ts";
import { inspectionOfRoute } from "../../routing/inspected-ways.ts";
import type { InspectionEndpoint, InternetGatewayRoute } from "../../types/inspection.ts";
import type { Network } from "../../types/network.ts";
import type { NatGateway, RouteTarget } from "../../types/routing.ts";
import type { ReturnRoute, TransitGatewayAttachment } from "../../types/transit.ts";
import { idsOf, kept, type Membership, membershipOf, namesOf, placed } from "./membership.ts";
import { pruneTransitGatewayTables } from "./transit-gateway-tables.ts";
import { pruneVpn } from "./vpn.ts";

/** Gateways stand in subnets, routes lead to gateways, and subnets are cut from blocks of the VPC. */
export function pruneRouting(network: Network): Network {
  const membership = membershipOf(network);
  const natGateways = pruneNatGateways(network, membership);
  const settled = {
    ...network,
    natGateways,
    tiers: network.tiers.map((tier) => ({
      ...tier,
      natGateway: kept(tier.natGateway === null ? [] : [tier.natGateway], namesOf(natGateways))[0] ?? null,
    })),
    vpcPeeringConnections: network.vpcPeeringConnections.map((connection) => ({
      ...connection,
      returnRoutes: returnRoutesTo(connection.returnRoutes, membership),
    })),
    gatewayLoadBalancerEndpoints: withEndpointsLeft(network.gatewayLoadBalancerEndpoints, membership),
    networkFirewalls: withEndpointsLeft(network.networkFirewalls, membership),
    transitGatewayAttachments: network.transitGatewayAttachments
      .map((attachment) => pruneAttachment(attachment, membership))
      .filter(({ subnets }) => subnets.length > 0),
  };
  const linked = { ...settled, ...pruneTransitGatewayTables(settled) };
  const gateways = idsOf(natGateways.flatMap((one) => one.gateways));
  return {
    ...linked,
    ...pruneVpn(linked),
    routeTables: pruneRouteTables(settled, membership, gateways),
    internetGatewayRoutes: settled.internetGatewayRoutes.filter(
      (route) =>
        settled.internetGateway &&
        isRouted(settled, membership, route) &&
        leadsSomewhere(settled, gateways, route.target),
    ),
  };
}

function pruneNatGateways({ natGateways }: Network, { subnets }: Membership): readonly NatGateway[] {
  return natGateways
    .map((gateway) => ({
      ...gateway,
      gateways: gateway.gateways.filter(({ place }) => place === null || subnets.has(place.subnet)),
    }))
    .filter(({ gateways }) => gateways.length > 0);
}

function withEndpointsLeft<T extends { readonly endpoints: readonly InspectionEndpoint[] }>(
  all: readonly T[],
  { subnets }: Membership,
): readonly T[] {
  return all
    .map((one) => ({ ...one, endpoints: one.endpoints.filter(({ subnet }) => subnets.has(subnet)) }))
    .filter(({ endpoints }) => endpoints.length > 0);
}

function pruneAttachment(
  attachment: TransitGatewayAttachment,
  membership: Membership,
): TransitGatewayAttachment {
  const returnRoutes = returnRoutesTo(attachment.returnRoutes, membership);
  return { ...placed(attachment, membership), returnRoutes };
}

function returnRoutesTo(routes: readonly ReturnRoute[], { blocks }: Membership): readonly ReturnRoute[] {
  return routes.filter(({ family, block }) => blocks[family].has(block));
}

/** The subnet is there, and has a block of the family. */
function isRouted(
  { tiers }: Network,
  { subnets }: Membership,
  { subnet: id, family }: InternetGatewayRoute,
): boolean {
  const subnet = tiers.flatMap((tier) => tier.subnets).find((one) => one.id === id);
  return subnets.has(id) && subnet !== undefined && subnet[family] !== null;
}

function pruneRouteTables(
  network: Network,
  { subnets }: Membership,
  natGateways: ReadonlySet<string>,
): Network["routeTables"] {
  return network.routeTables.map((table) => ({
    ...table,
    subnets: kept(table.subnets, subnets),
    routes: table.routes.filter(({ target }) => leadsSomewhere(network, natGateways, target)),
    prefixListRoutes: table.prefixListRoutes.filter(
      ({ prefixList, target }) =>
        (prefixList.kind === "prefix-list-id" || namesOf(network.prefixLists).has(prefixList.name)) &&
        leadsSomewhere(network, natGateways, target),
    ),
  }));
}

function leadsSomewhere(network: Network, natGateways: ReadonlySet<string>, target: RouteTarget): boolean {
  switch (target.kind) {
    case "internet-gateway":
      return network.internetGateway;
    case "egress-only-internet-gateway":
      return network.egressOnlyInternetGateway;
    case "nat-gateway":
      return natGateways.has(target.gateway);
    case "transit-gateway-attachment":
      return namesOf(network.transitGatewayAttachments).has(target.name);
    case "own-vpc-peering-connection":
      return namesOf(network.vpcPeeringConnections).has(target.name);
    case "own-virtual-private-gateway":
      return namesOf(network.virtualPrivateGateways).has(target.name);
    case "instance":
      return namesOf(network.compute.instances).has(target.name);
    case "inspection-endpoint": {
      const own = inspectionOfRoute(network, target)?.endpoints ?? [];
      return own.some(({ id }) => id === target.endpoint);
    }
    case "vpc-endpoint":
    case "core-network":
    case "transit-gateway":
    case "vpc-peering-connection":
    case "network-interface":
    case "virtual-private-gateway":
      return true;
    default:
      return assertNever(target);
  }
}
