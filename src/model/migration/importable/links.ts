import type { Network } from "../../types/network.ts";
import type { RouteTarget } from "../../types/routing.ts";
import type { TerraformAddress } from "../../types/shared.ts";
import type { TransitGatewayAttachment, VpcPeeringConnection } from "../../types/transit.ts";
import { terraformAddress } from "../terraform-address.ts";
import { type Importable, importable, inSubnets } from "./importable-resource.ts";

/**
 * What leads out of the VPC to others: peering connections that it asks for, attachments to transit gateways that are
 * made elsewhere, virtual private gateways, and VPN connections with their devices.
 */
export function importableLinks(network: Network): readonly Importable[] {
  const ends = [
    ...network.vpcPeeringConnections.flatMap(peering),
    ...network.transitGatewayAttachments.flatMap(attachment),
    ...network.virtualPrivateGateways.map(({ name }) => importable("aws_vpn_gateway", name)),
  ];
  const there = new Set<string>(ends.map(({ address }) => address));
  return [
    ...ends,
    ...network.customerGateways.map(({ name }) => importable("aws_customer_gateway", name)),
    ...network.vpnConnections.flatMap(({ name, customerGateway, gateway }) => {
      const end = terraformAddress(END_TYPES[gateway.kind], gateway.name);
      const device = terraformAddress("aws_customer_gateway", customerGateway);
      return there.has(end) ? [importable("aws_vpn_connection", name, [device, end])] : [];
    }),
  ];
}

function peering({ name, side }: VpcPeeringConnection): readonly Importable[] {
  return side.kind === "request" ? [importable("aws_vpc_peering_connection", name)] : [];
}

function attachment({ name, gateway, subnets }: TransitGatewayAttachment): readonly Importable[] {
  if (gateway.kind === "create") return [];
  return [inSubnets(importable("aws_ec2_transit_gateway_vpc_attachment", name), subnets)];
}

const END_TYPES = {
  "transit-gateway-attachment": "aws_ec2_transit_gateway_vpc_attachment",
  "virtual-private-gateway": "aws_vpn_gateway",
} as const;

/** The address of the link of the blueprint's that a route leads to; null: it leads to none. */
export function linkOfRoute(target: RouteTarget): TerraformAddress | null {
  switch (target.kind) {
    case "transit-gateway-attachment":
      return terraformAddress("aws_ec2_transit_gateway_vpc_attachment", target.name);
    case "own-vpc-peering-connection":
      return terraformAddress("aws_vpc_peering_connection", target.name);
    case "own-virtual-private-gateway":
      return terraformAddress("aws_vpn_gateway", target.name);
    default:
      return null;
  }
}
