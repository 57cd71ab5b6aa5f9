import { byText } from "../../base/compare-texts.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { GatewayLoadBalancerEndpoint } from "../../model/types/inspection.ts";
import type { Network } from "../../model/types/network.ts";
import type { NetworkFirewall } from "../../model/types/network-firewall.ts";
import type { NatGateway, RouteTarget } from "../../model/types/routing.ts";
import type { TransitGatewayAttachment, VpcPeeringConnection } from "../../model/types/transit.ts";
import type { VpcEndpoint } from "../../model/types/vpc-endpoints.ts";
import { firewallEndpointId } from "../../reach/from-network/firewall-endpoint-id.ts";
import { peeringAddress, transitGatewayId } from "../../reach/from-network/transit-ids.ts";
import { GATEWAY_KINDS, type Gateway } from "./graph.ts";
import { transitDetails } from "./transit-details.ts";
import { virtualPrivateGateway } from "./virtual-private-gateway.ts";

const INTERNET = "Internet";

/** Every way out of the VPC's subnets, by kind and name: those the blueprint makes, and those its routes name by id. */
export function gatewaysOf(network: Network): readonly Gateway[] {
  const targets = network.routeTables.flatMap(({ routes, prefixListRoutes }) =>
    [...routes, ...prefixListRoutes].map(({ target }) => target),
  );
  const made = [
    ...(network.internetGateway ? [internetGateway(network)] : []),
    ...(network.egressOnlyInternetGateway ? [egressOnlyGateway()] : []),
    ...network.natGateways.map(natGateway),
    ...network.transitGatewayAttachments.map((attachment) => transitGateway(network, attachment)),
    ...network.vpcPeeringConnections.map(peeringConnection),
    ...network.virtualPrivateGateways.map((gateway) => virtualPrivateGateway(network, gateway)),
    ...network.vpcEndpoints.filter(({ type }) => type.kind === "gateway").map(gatewayEndpoint),
    ...network.gatewayLoadBalancerEndpoints.map(inspection),
    ...network.networkFirewalls.map(firewall),
    ...targets.map(foreignGateway).filter((gateway) => gateway !== null),
  ];
  const byKey = new Map(made.map((gateway) => [gateway.key, gateway]));
  return [...byKey.values()].sort(
    (a, b) =>
      GATEWAY_KINDS.indexOf(a.kind) - GATEWAY_KINDS.indexOf(b.kind) ||
      byText<Gateway>(({ key }) => key)(a, b),
  );
}

/** The key of the gateway that a route leads to: of a NAT gateway in each zone, the whole. */
export function gatewayKey(target: RouteTarget): string {
  switch (target.kind) {
    case "internet-gateway":
    case "egress-only-internet-gateway":
      return target.kind;
    case "nat-gateway":
    case "transit-gateway-attachment":
    case "own-vpc-peering-connection":
    case "own-virtual-private-gateway":
    case "instance":
      return `${target.kind} ${target.name}`;
    case "inspection-endpoint":
      return `${target.of} ${target.name}`;
    case "core-network":
      return target.arn;
    case "vpc-endpoint":
    case "transit-gateway":
    case "vpc-peering-connection":
    case "network-interface":
    case "virtual-private-gateway":
      return target.id;
  }
}

/** The key of a gateway endpoint, which no route of the blueprint names. */
export function endpointKey({ name }: VpcEndpoint): string {
  return `endpoint ${name}`;
}

/** Its own route table, where it has one, is part of its box. */
function internetGateway({ internetGatewayRoutes }: Network): Gateway {
  const table = terraformAddress("aws_route_table", "internet_gateway");
  return {
    key: "internet-gateway",
    ids: [
      terraformAddress("aws_internet_gateway", "main"),
      ...(internetGatewayRoutes.length === 0 ? [] : [table]),
    ],
    kind: "internet",
    title: "internet gateway",
    short: "internet gateway",
    details: ["IPv4, IPv6, in and out"],
    outside: { title: INTERNET, direction: "both" },
  };
}

function egressOnlyGateway(): Gateway {
  return {
    key: "egress-only-internet-gateway",
    ids: [terraformAddress("aws_egress_only_internet_gateway", "main")],
    kind: "egress-only",
    title: "egress-only gateway",
    short: "egress-only",
    details: ["IPv6, out only"],
    outside: { title: INTERNET, direction: "out" },
  };
}

function natGateway({ name, connectivityType, tier, gateways }: NatGateway): Gateway {
  const places = gateways.flatMap(({ place }) => place?.subnet ?? []);
  return {
    key: `nat-gateway ${name}`,
    ids: gateways.map(({ id }) => terraformAddress("aws_nat_gateway", id)),
    kind: "nat",
    title: `NAT gateway ${name}`,
    short: `NAT ${name}`,
    details: [connectivityType, tier === null ? "regional" : `in ${places.join(", ")}`],
    outside: connectivityType === "public" ? { title: INTERNET, direction: "out" } : null,
  };
}

function transitGateway(network: Network, attachment: TransitGatewayAttachment): Gateway {
  const { name, gateway, ipv6Support } = attachment;
  return {
    key: `transit-gateway-attachment ${name}`,
    ids: [transitGatewayId(network, name)],
    kind: "transit",
    title: `transit gateway ${name}`,
    short: `transit ${name}`,
    details: [
      gateway.kind === "id" ? gateway.id : "made here",
      `IPv6 support: ${ipv6Support}`,
      ...transitDetails(network, attachment),
    ],
    outside: { title: "attached networks", direction: "both" },
  };
}

function peeringConnection(connection: VpcPeeringConnection): Gateway {
  const { name, side } = connection;
  const isRequest = side.kind === "request";
  const places = isRequest ? [side.peerOwnerId, side.peerRegion].filter((place) => place !== null) : [];
  return {
    key: `own-vpc-peering-connection ${name}`,
    ids: [peeringAddress(connection)],
    kind: "peering",
    title: `peering ${name}`,
    short: `peering ${name}`,
    details: isRequest ? ["asked for here", ...places] : ["accepted here", side.connectionId],
    outside: { title: isRequest ? side.peerVpcId : "another VPC", direction: "both" },
  };
}

function gatewayEndpoint(endpoint: VpcEndpoint): Gateway {
  const { name, service, serviceName, ipAddressType } = endpoint;
  return {
    key: endpointKey(endpoint),
    ids: [terraformAddress("aws_vpc_endpoint", name)],
    kind: "endpoint",
    title: `gateway endpoint ${name}`,
    short: `endpoint ${name}`,
    details: [ipAddressType],
    outside: { title: service ?? serviceName, direction: "out" },
  };
}

function inspection({ name, ipAddressType, tier, endpoints }: GatewayLoadBalancerEndpoint): Gateway {
  return {
    key: `gateway-load-balancer ${name}`,
    ids: endpoints.map(({ id }) => terraformAddress("aws_vpc_endpoint", id)),
    kind: "inspection",
    title: `inspection ${name}`,
    short: `inspection ${name}`,
    details: [ipAddressType, `in ${tier}`],
    outside: null,
  };
}

function firewall({ name, ipAddressType, tier, endpoints }: NetworkFirewall): Gateway {
  return {
    key: `network-firewall ${name}`,
    ids: endpoints.map(({ subnet }) => firewallEndpointId(name, subnet)),
    kind: "inspection",
    title: `Network Firewall ${name}`,
    short: `firewall ${name}`,
    details: [ipAddressType, `in ${tier}`],
    outside: null,
  };
}

/** A gateway that the blueprint knows by its id only; null for the others. */
function foreignGateway(target: RouteTarget): Gateway | null {
  const key = gatewayKey(target);
  switch (target.kind) {
    case "transit-gateway":
      return foreign(key, "transit", "transit gateway", "attached networks");
    case "vpc-peering-connection":
      return foreign(key, "peering", "peering connection", "another VPC");
    case "virtual-private-gateway":
      return foreign(key, "vpn", "virtual private gateway", "VPN or Direct Connect");
    case "network-interface":
      return foreign(key, "interface", "network interface", null);
    case "vpc-endpoint":
      return foreign(key, "inspection", "inspection endpoint", null);
    case "core-network":
      return foreign(key, "transit", "core network", "attached networks");
    case "instance": {
      const ids = [terraformAddress("aws_instance", target.name)];
      const title = `instance ${target.name}`;
      return { ...{ key, ids, kind: "interface", title, short: title }, details: [], outside: null };
    }
    case "internet-gateway":
    case "egress-only-internet-gateway":
    case "nat-gateway":
    case "transit-gateway-attachment":
    case "own-vpc-peering-connection":
    case "own-virtual-private-gateway":
    case "inspection-endpoint":
      return null;
  }
}

function foreign(id: string, kind: Gateway["kind"], title: string, outside: string | null): Gateway {
  return {
    ...{ key: id, ids: [id], kind, title, short: id, details: [id] },
    outside: outside === null ? null : { title: outside, direction: "both" },
  };
}
