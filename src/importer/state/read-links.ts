import { fromState } from "../fields/field.ts";
import { attachmentFields } from "../fields/transit-gateway-attachment.ts";
import {
  customerGatewayFields,
  tunnel1Arguments,
  tunnel2Arguments,
  virtualPrivateGatewayArguments,
  vpnConnectionFields,
} from "../fields/vpn.ts";
import type { Found } from "../types/found.ts";
import type { FoundCustomerGateway, FoundLinks, FoundPeering, FoundVpnConnection } from "../types/links.ts";
import type { StateResource, StateResources } from "./resources.ts";
import { nameTag } from "./values.ts";

/** Types of which some are read here; the rest leads elsewhere. */
export const LINK_TYPES: readonly string[] = [
  "aws_customer_gateway",
  "aws_ec2_transit_gateway_vpc_attachment",
  "aws_vpc_peering_connection",
  "aws_vpn_connection",
  "aws_vpn_gateway",
];

/** What leads out of the VPC, as far as the state holds it. */
export function readLinks(resources: StateResources, vpc: StateResource, region: string): FoundLinks {
  const gateways = readGateways(resources, vpc.id);
  const ids = new Set(gateways.map(({ id }) => id));
  const vpnConnections = resources
    .of("aws_vpn_connection")
    .filter(({ values }) => ids.has(values.text("vpn_gateway_id") ?? ""))
    .map((one) => readConnection(resources, one));
  const devices = new Set(vpnConnections.map(({ customerGatewayId }) => customerGatewayId));
  return {
    peerings: resources
      .having("vpc_id", vpc.id, "aws_vpc_peering_connection")
      .filter(({ values }) => values.text("accept_status") === "active")
      .map((one) => readPeering(one, vpc.values.text("owner_id"), region)),
    attachments: resources
      .having("vpc_id", vpc.id, "aws_ec2_transit_gateway_vpc_attachment")
      .map(({ id, values }) => ({ id, name: nameTag(values), ...fromState(attachmentFields, values) })),
    virtualPrivateGateways: gateways.map(({ id, values }) => ({
      id,
      name: nameTag(values),
      ...fromState(virtualPrivateGatewayArguments, values),
    })),
    customerGateways: resources
      .of("aws_customer_gateway")
      .filter(({ id }) => devices.has(id))
      .map(readDevice),
    vpnConnections,
  };
}

/** The ids of all of them. */
export function idsOfLinks(links: FoundLinks): readonly string[] {
  const all: readonly (readonly Found[])[] = Object.values(links);
  return all.flat().map(({ id }) => id);
}

/** Those that say so themselves, and those that a resource of its own attaches. */
function readGateways(resources: StateResources, vpcId: string): readonly StateResource[] {
  const attached = resources
    .having("vpc_id", vpcId, "aws_vpn_gateway_attachment")
    .map(({ values }) => values.text("vpn_gateway_id"));
  return resources
    .of("aws_vpn_gateway")
    .filter(({ id, values }) => values.text("vpc_id") === vpcId || attached.includes(id));
}

function readPeering({ id, values }: StateResource, owner: string | null, region: string): FoundPeering {
  const [peerOwnerId, peerRegion] = [values.text("peer_owner_id"), values.text("peer_region")];
  return {
    id,
    name: nameTag(values),
    peerVpcId: values.text("peer_vpc_id") ?? "",
    peerOwnerId: peerOwnerId === owner ? null : peerOwnerId,
    peerRegion: peerRegion === region ? null : peerRegion,
  };
}

function readDevice({ id, values }: StateResource): FoundCustomerGateway {
  const fields = fromState(customerGatewayFields, values);
  return { id, name: nameTag(values), ...fields, bgpAsn: values.number("bgp_asn_extended") ?? fields.bgpAsn };
}

function readConnection(resources: StateResources, { id, values }: StateResource): FoundVpnConnection {
  const own = values.blocks("routes").flatMap((route) => route.text("destination_cidr_block") ?? []);
  const single = resources
    .having("vpn_connection_id", id, "aws_vpn_connection_route")
    .flatMap((route) => route.values.text("destination_cidr_block") ?? []);
  return {
    id,
    name: nameTag(values),
    ...fromState(vpnConnectionFields, values),
    tunnel1: fromState(tunnel1Arguments, values),
    tunnel2: fromState(tunnel2Arguments, values),
    routes: [...new Set([...own, ...single])],
  };
}
