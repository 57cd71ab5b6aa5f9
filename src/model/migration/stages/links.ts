import type { Network } from "../../types/network.ts";
import type { WhatIsThere } from "../what-is-there.ts";

/**
 * Of the links to other VPCs and networks those that are there already, without what nobody imports of them: routes of the far
 * side, places in the tables of transit gateways, static routes of VPN connections, and propagation to route tables.
 */
export function withoutNewLinks(
  network: Network,
  { has }: WhatIsThere,
): Pick<
  Network,
  | "vpcPeeringConnections"
  | "transitGatewayAttachments"
  | "transitGatewayRouteTables"
  | "foreignTransitGatewayAttachments"
  | "resourceShares"
  | "customerGateways"
  | "virtualPrivateGateways"
  | "vpnConnections"
> {
  const old = <T extends { readonly name: string }>(type: string, all: readonly T[]) =>
    all.filter(({ name }) => has(type, name));
  return {
    vpcPeeringConnections: old("aws_vpc_peering_connection", network.vpcPeeringConnections).map((one) => ({
      ...one,
      returnRoutes: [],
    })),
    transitGatewayAttachments: old(
      "aws_ec2_transit_gateway_vpc_attachment",
      network.transitGatewayAttachments,
    ).map((one) => ({
      ...one,
      association: one.association.kind === "table" ? { kind: "none" } : one.association,
      propagations: [],
      returnRoutes: [],
    })),
    transitGatewayRouteTables: [],
    foreignTransitGatewayAttachments: [],
    // Nothing imports a share.
    resourceShares: [],
    customerGateways: old("aws_customer_gateway", network.customerGateways),
    virtualPrivateGateways: old("aws_vpn_gateway", network.virtualPrivateGateways).map((one) => ({
      ...one,
      tiers: [],
      propagations: [],
    })),
    vpnConnections: old("aws_vpn_connection", network.vpnConnections).map((one) => ({
      ...one,
      routes: [],
      association: null,
      propagations: [],
    })),
  };
}
