import type { Draw } from "./drawing.ts";
import type { RandomSubnet } from "./random-network.ts";
import { inZonesApart } from "./random-services.ts";
import type { StateInMaking } from "./state-of.ts";

/** What a route may lead to: the attribute that names it, and its id. */
export type Target = readonly [attribute: string, id: string];

/** Draws what leads out of a VPC: peerings, an attachment to a transit gateway, and a VPN. */
export function drawLinks(
  draw: Draw,
  state: StateInMaking,
  vpcId: string,
  subnets: readonly RandomSubnet[],
): readonly Target[] {
  return [
    ...(draw.chance(30) ? [drawPeering(draw, state, vpcId)] : []),
    ...(draw.chance(30) ? [drawAttachment(draw, state, vpcId, subnets)] : []),
    ...(draw.chance(30) ? [drawVpn(draw, state, vpcId)] : []),
  ];
}

function drawPeering(draw: Draw, state: StateInMaking, vpcId: string): Target {
  const id = state.add("aws_vpc_peering_connection", "pcx", {
    vpc_id: vpcId,
    peer_vpc_id: draw.oneOf("vpc-0bb", "vpc-0cc", "elsewhere"),
    peer_owner_id: draw.oneOf("123456789012", ""),
    peer_region: draw.oneOf("eu-west-1", "eu-south-2"),
    accept_status: draw.oneOf("active", "active", "pending-acceptance"),
    tags: { Name: draw.oneOf("office", "", "Büro") },
  });
  return ["vpc_peering_connection_id", id];
}

function drawAttachment(
  draw: Draw,
  state: StateInMaking,
  vpcId: string,
  subnets: readonly RandomSubnet[],
): Target {
  const gateway = "tgw-0000000000000000b";
  const word = () => draw.oneOf("enable", "disable");
  state.add("aws_ec2_transit_gateway_vpc_attachment", "tgw-attach", {
    vpc_id: vpcId,
    transit_gateway_id: gateway,
    subnet_ids: draw.some(inZonesApart(subnets)).map(({ id }) => id),
    ipv6_support: word(),
    dns_support: word(),
    appliance_mode_support: word(),
    security_group_referencing_support: word(),
    transit_gateway_default_route_table_association: draw.chance(80),
    transit_gateway_default_route_table_propagation: draw.chance(80),
  });
  return ["transit_gateway_id", gateway];
}

function drawVpn(draw: Draw, state: StateInMaking, vpcId: string): Target {
  const gateway = state.add("aws_vpn_gateway", "vgw", {
    vpc_id: vpcId,
    amazon_side_asn: draw.oneOf("64512", "4200000000", "7224"),
  });
  const device = state.add("aws_customer_gateway", "cgw", {
    bgp_asn: draw.oneOf("65000", "7224"),
    ip_address: draw.oneOf("198.51.100.10", ""),
    certificate_arn: draw.chance(20) ? "arn:aws:acm:eu-west-1:123456789012:certificate/0a" : "",
  });
  state.add("aws_vpn_connection", "vpn", {
    vpn_gateway_id: gateway,
    customer_gateway_id: device,
    static_routes_only: draw.chance(50),
    routes: draw.chance(50) ? [{ destination_cidr_block: "192.168.0.0/16" }] : [],
  });
  return ["gateway_id", gateway];
}
