import type {
  FoundAttachment,
  FoundCustomerGateway,
  FoundPeering,
  FoundVirtualPrivateGateway,
  FoundVpnConnection,
} from "../../src/importer/types/links.ts";

/** A peering connection within the account and the region. */
export function peering(more: Partial<FoundPeering> = {}): FoundPeering {
  return { id: "pcx-01", name: "Office", peerVpcId: "vpc-0b", peerOwnerId: null, peerRegion: null, ...more };
}

/** An attachment of the private subnet, with all that a blueprint has by default. */
export function attachment(more: Partial<FoundAttachment> = {}): FoundAttachment {
  return {
    id: "tgw-attach-01",
    name: "Hub",
    gatewayId: "tgw-01",
    subnetIds: ["subnet-02"],
    ipv6Support: "enable",
    dnsSupport: "enable",
    applianceModeSupport: "disable",
    securityGroupReferencingSupport: "enable",
    isAssociatedByDefault: true,
    defaultRouteTablePropagation: true,
    ...more,
  };
}

/** A virtual private gateway without a name. */
export function vpnGateway(more: Partial<FoundVirtualPrivateGateway> = {}): FoundVirtualPrivateGateway {
  return { id: "vgw-01", name: null, amazonSideAsn: 64512, ...more };
}

/** A customer gateway of the connection. */
export function device(more: Partial<FoundCustomerGateway> = {}): FoundCustomerGateway {
  return {
    id: "cgw-01",
    name: "Office",
    bgpAsn: 65010,
    ipAddress: "198.51.100.10",
    deviceName: null,
    certificateArn: null,
    ...more,
  };
}

/** A connection between the two, with all that a blueprint has by default. */
export function connection(more: Partial<FoundVpnConnection> = {}): FoundVpnConnection {
  const tunnel = { startupAction: "add", dpdTimeoutAction: "clear", dpdTimeoutSeconds: 30 };
  return {
    id: "vpn-01",
    name: "Office",
    customerGatewayId: "cgw-01",
    gatewayId: "vgw-01",
    staticRoutesOnly: false,
    localIpv4NetworkCidr: "0.0.0.0/0",
    remoteIpv4NetworkCidr: "0.0.0.0/0",
    tunnel1: tunnel,
    tunnel2: tunnel,
    routes: [],
    ...more,
  };
}
