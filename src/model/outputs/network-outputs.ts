import { familyName } from "../../base/family-name.ts";
import type { AddressFamily } from "../../base/prefix.ts";
import { present } from "../context.ts";
import { whatIsThere } from "../migration/what-is-there.ts";
import { namesOf } from "../references.ts";
import { isAskedFor } from "../routing/tables-of-others.ts";
import type { ValueKind } from "../types/outputs.ts";
import { hasFamily } from "../types/subnets.ts";
import {
  type KeysOf,
  type NetworkToShow,
  named,
  type OutputKind,
  type Shown,
  type WhyEmpty,
} from "./output-kind.ts";

const tiers: Shown = {
  entity: "subnet tier",
  written: ({ network }) => namesOf(network.subnets),
  there: (network) => network.tiers,
};
const natGateways: Shown = {
  entity: "NAT gateway",
  written: ({ network }) => namesOf(network.natGateways),
  there: (network) => network.natGateways,
};
const securityGroups: Shown = {
  entity: "security group",
  written: ({ network }) => namesOf(network.securityGroups),
  there: (network) => network.securityGroups,
};
const prefixLists: Shown = {
  entity: "prefix list",
  written: ({ network }) => namesOf(network.prefixLists),
  there: (network) => network.prefixLists,
};
const vpcEndpoints: Shown = {
  entity: "VPC endpoint",
  written: ({ network }) => namesOf(network.vpcEndpoints),
  there: (network) => network.vpcEndpoints,
};
const networkFirewalls: Shown = {
  entity: "Network Firewall",
  written: ({ network }) => namesOf(network.networkFirewalls),
  there: (network) => network.networkFirewalls,
};
const vpcEndpointServices: Shown = {
  entity: "endpoint service",
  written: ({ network }) => namesOf(network.vpcEndpointServices),
  there: (network) => network.vpcEndpointServices,
};
const ipamPools: Shown = {
  entity: "IPAM pool",
  written: ({ ipam }) => namesOf(ipam?.pools ?? {}),
  there: ({ ipam }) => ipam?.pools ?? [],
};
const attachments: Shown = {
  entity: "transit gateway attachment",
  written: ({ network }) => namesOf(network.transitGatewayAttachments),
  there: ({ transitGatewayAttachments }) => transitGatewayAttachments,
};

const vpnConnections: Shown = {
  entity: "VPN connection",
  written: ({ network }) => namesOf(network.vpnConnections),
  there: (network) => network.vpnConnections,
};

/** Outputs of the network itself: subnets, their routes and filters, and the ways out. */
export const NETWORK_OUTPUTS = {
  subnetIds: { ...tiers, type: list("subnet id") },
  subnetIdsByZone: { ...tiers, ...map("subnet id", zonesOfTier) },
  subnetArns: { ...tiers, type: list("ARN"), whyEmpty: isElsewhere },
  subnetIpv6CidrBlocks: { ...tiers, type: list("IPv6 block"), whyEmpty: withoutFamily("ipv6") },
  subnetIpv6CidrBlocksByZone: {
    ...tiers,
    ...map("IPv6 block", zonesOfTier),
    whyEmpty: withoutFamily("ipv6"),
  },
  subnetIpv4CidrBlocks: { ...tiers, type: list("IPv4 block"), whyEmpty: withoutFamily("ipv4") },
  subnetIpv4CidrBlocksByZone: {
    ...tiers,
    ...map("IPv4 block", zonesOfTier),
    whyEmpty: withoutFamily("ipv4"),
  },
  routeTableIds: { ...tiers, type: list("route table id"), whyEmpty: hasTableElsewhere },
  routeTableIdsByZone: { ...tiers, ...map("route table id", zonesOfTier), whyEmpty: hasTableElsewhere },
  natGatewayIds: { ...natGateways, type: list("NAT gateway id") },
  natGatewayIdsByZone: { ...natGateways, ...map("NAT gateway id", zonesOfGateway), whyEmpty: isRegional },
  natGatewayPublicIps: { ...natGateways, type: list("IPv4 address"), whyEmpty: hasNoAddress },
  natGatewayPublicIpsByZone: {
    ...natGateways,
    ...map("IPv4 address", zonesOfGateway),
    whyEmpty: hasNoAddress,
  },
  natGatewayAllocationIds: {
    ...natGateways,
    type: list("Elastic IP allocation id"),
    whyEmpty: (network, name) =>
      hasChosenAddresses(network, name)
        ? null
        : (hasNoAddress(network, name) ?? hasAddressElsewhere(network, name)),
  },
  networkAclId: {
    entity: "network ACL",
    type: one("network ACL id"),
    written: ({ network }) => namesOf(network.networkAcls),
    there: ({ networkAcls }) => networkAcls,
  },
  securityGroupId: { ...securityGroups, type: one("security group id") },
  securityGroupArn: {
    ...securityGroups,
    type: one("ARN"),
    whyEmpty: (network, name) =>
      whatIsThere(network).isReferenced("aws_security_group", name)
        ? `security group ${name} is managed outside this stack`
        : null,
  },
  prefixListId: { ...prefixLists, type: one("prefix list id") },
  prefixListArn: { ...prefixLists, type: one("ARN") },
  vpcEndpointId: { ...vpcEndpoints, type: one("VPC endpoint id") },
  vpcEndpointArn: { ...vpcEndpoints, type: one("ARN") },
  networkFirewallArn: { ...networkFirewalls, type: one("ARN") },
  networkFirewallEndpointIdsByZone: { ...networkFirewalls, ...map("VPC endpoint id", zonesOfFirewall) },
  networkFirewallPolicyArn: { ...networkFirewalls, type: one("ARN") },
  vpcEndpointServiceName: { ...vpcEndpointServices, type: one("endpoint service name") },
  vpcEndpointServiceId: { ...vpcEndpointServices, type: one("endpoint service id") },
  vpcEndpointServicePrivateDnsRecord: {
    ...vpcEndpointServices,
    ...map("DNS record part", () => ["name", "type", "value"]),
    whyEmpty: ({ vpcEndpointServices: services }, name) =>
      named(services, name)?.privateDnsName === null
        ? `endpoint service ${name} has no privateDnsName`
        : null,
  },
  resourceShareArn: {
    entity: "resource share",
    type: one("resource share ARN"),
    written: ({ network }) => namesOf(network.resourceShares),
    there: ({ resourceShares }) => resourceShares,
  },
  ipamPoolId: { ...ipamPools, type: one("IPAM pool id") },
  ipamPoolArn: { ...ipamPools, type: one("ARN") },
  vpcPeeringConnectionId: {
    entity: "VPC peering connection",
    type: one("peering connection id"),
    written: ({ network }) => namesOf(network.vpcPeeringConnections),
    there: ({ vpcPeeringConnections }) => vpcPeeringConnections,
  },
  transitGatewayId: { ...attachments, type: one("transit gateway id") },
  transitGatewayAttachmentId: { ...attachments, type: one("transit gateway attachment id") },
  transitGatewayRouteTableId: {
    entity: "transit gateway route table",
    type: one("transit gateway route table id"),
    written: ({ network }) => namesOf(network.transitGatewayRouteTables),
    there: ({ transitGatewayRouteTables }) => transitGatewayRouteTables,
  },
  customerGatewayId: {
    entity: "customer gateway",
    type: one("customer gateway id"),
    written: ({ network }) => namesOf(network.customerGateways),
    there: ({ customerGateways }) => customerGateways,
  },
  virtualPrivateGatewayId: {
    entity: "virtual private gateway",
    type: one("virtual private gateway id"),
    written: ({ network }) => namesOf(network.virtualPrivateGateways),
    there: ({ virtualPrivateGateways }) => virtualPrivateGateways,
  },
  vpnConnectionId: { ...vpnConnections, type: one("VPN connection id") },
  vpnConnectionAddresses: { ...vpnConnections, type: list("IP address") },
  vpnConnectionAttachmentId: {
    ...vpnConnections,
    type: one("transit gateway attachment id"),
    whyEmpty: hasNoAttachment,
  },
} satisfies Readonly<Record<string, OutputKind>>;

function one(of: ValueKind) {
  return { of, shape: "one" } as const;
}

function list(of: ValueKind) {
  return { of, shape: "list" } as const;
}

function map(of: ValueKind, keys: KeysOf) {
  return { type: { of, shape: "map" }, keys } as const;
}

function zonesOfTier({ tiers: all }: NetworkToShow, name: string): readonly string[] {
  return (named(all, name)?.subnets ?? []).map(({ zone }) => zone.letter);
}

function zonesOfGateway({ natGateways: all }: NetworkToShow, name: string): readonly string[] {
  return present((named(all, name)?.gateways ?? []).map(({ place }) => place?.zone.letter ?? null));
}

function zonesOfFirewall({ networkFirewalls: all }: NetworkToShow, name: string): readonly string[] {
  return (named(all, name)?.endpoints ?? []).map(({ zone }) => zone.letter);
}

function hasNoAttachment({ vpnConnections: all }: NetworkToShow, name: string): string | null {
  return named(all, name)?.gateway.kind === "virtual-private-gateway"
    ? `VPN connection ${name} is on a virtual private gateway`
    : null;
}

function withoutFamily(family: AddressFamily): WhyEmpty {
  return (network, name) => {
    const tier = named(network.tiers, name);
    if (tier === undefined || tier.subnets.some((subnet) => subnet[family] !== null)) return null;
    const reason = hasFamily(tier.addressing, family)
      ? `without ${familyName(family)} blocks`
      : tier.addressing;
    return `subnet tier ${name} is ${reason}`;
  };
}

function isElsewhere(network: NetworkToShow, name: string): string | null {
  const there = whatIsThere(network);
  const subnets = named(network.tiers, name)?.subnets ?? [];
  const elsewhere = subnets.find(({ id }) => there.isReferenced("aws_subnet", id));
  return elsewhere === undefined ? null : `subnet ${elsewhere.id} is managed outside this stack`;
}

/** Subnets that are managed elsewhere may have a route table of which the blueprint says nothing. */
function hasTableElsewhere(network: NetworkToShow, name: string): string | null {
  const there = whatIsThere(network);
  const subnets = named(network.tiers, name)?.subnets ?? [];
  const without = subnets.find(({ id }) => {
    const table = network.routeTables.find((one) => one.subnets.includes(id));
    if (table === undefined) return true;
    const isOurs = there.has("aws_route_table", table.id) || isAskedFor(network, table);
    return !isOurs && there.isReferenced("aws_subnet", id);
  });
  return without === undefined ? null : `subnet ${without.id} has its route table outside this stack`;
}

function isRegional(network: NetworkToShow, name: string): string | null {
  return named(network.natGateways, name)?.tier === null
    ? `NAT gateway ${name} is regional: it has no zone, and its addresses are ${hasChosenAddresses(network, name) ? "natGatewayAllocationIds" : "AWS's to choose"}`
    : null;
}

/** A regional gateway whose Elastic IPs the blueprint names. */
function hasChosenAddresses({ natGateways: all }: NetworkToShow, name: string): boolean {
  return (named(all, name)?.zoneAddresses ?? []).length > 0;
}

function hasNoAddress(network: NetworkToShow, name: string): string | null {
  const gateway = named(network.natGateways, name);
  return gateway?.connectivityType === "private"
    ? `NAT gateway ${name} is private`
    : isRegional(network, name);
}

/** The Elastic IP of a NAT gateway that was there before is this stack's only where it is imported too. */
function hasAddressElsewhere(network: NetworkToShow, name: string): string | null {
  const there = whatIsThere(network);
  const gateways = named(network.natGateways, name)?.gateways ?? [];
  const elsewhere = gateways.find(
    ({ id, allocationId }) =>
      allocationId === null &&
      (there.isReferenced("aws_nat_gateway", id) ||
        (there.has("aws_nat_gateway", id) && !there.has("aws_eip", id))),
  );
  return elsewhere === undefined
    ? null
    : `the Elastic IP of NAT gateway ${elsewhere.id} is managed outside this stack`;
}
