import type { Path } from "../../base/path.ts";
import type { Address } from "../../base/prefix.ts";
import type { Cidr, Tags, TierName } from "./shared.ts";
import type { TransitGatewayPropagation, TransitGatewayTableReference } from "./transit.ts";

/** What AWS knows of the device at the other end of VPN connections. */
export interface CustomerGateway {
  readonly name: string;
  readonly path: Path;
  readonly displayName: string;
  readonly bgpAsn: number;
  readonly ipAddress: Address;
  readonly deviceName: string | null;
  readonly tags: Tags;
}

/** The VPC's own end of VPN connections and of Direct Connect. */
export interface VirtualPrivateGateway {
  readonly name: string;
  readonly path: Path;
  readonly displayName: string;
  /** Null: AWS's own default. */
  readonly amazonSideAsn: number | null;
  /** Names of the tiers whose route tables learn from it, sorted. */
  readonly tiers: readonly TierName[];
  /** The route tables themselves. */
  readonly propagations: readonly RoutePropagation[];
  readonly tags: Tags;
}

/** A route table that learns what a virtual private gateway knows. */
interface RoutePropagation {
  /** Logical id: `<gateway>_<route table id>`. */
  readonly id: string;
  /** Logical id of the route table. */
  readonly routeTable: string;
}

/** A Site-to-Site VPN connection. */
export interface VpnConnection {
  readonly name: string;
  readonly path: Path;
  readonly displayName: string;
  readonly customerGateway: string;
  readonly gateway: VpnGatewayReference;
  readonly tunnelInsideIpVersion: "ipv4" | "ipv6";
  readonly outsideIpAddressType: "PublicIpv4" | "PrivateIpv4" | "Ipv6";
  /** Null: the tunnels run over the internet. */
  readonly transportTransitGatewayAttachmentId: string | null;
  readonly enableAcceleration: boolean;
  readonly staticRoutesOnly: boolean;
  /** Sorted by name. */
  readonly routes: readonly VpnConnectionRoute[];
  readonly networkCidrs: VpnNetworkCidrs;
  /** The first and the second. */
  readonly tunnels: readonly [VpnTunnel, VpnTunnel];
  /** Null: none is made here. */
  readonly association: TransitGatewayTableReference | null;
  /** Sorted by name. */
  readonly propagations: readonly TransitGatewayPropagation[];
  readonly tags: Tags;
}

/** AWS's end of a VPN connection, by its name; of a transit gateway that of the attachment to it. */
export interface VpnGatewayReference {
  readonly kind: "virtual-private-gateway" | "transit-gateway-attachment";
  readonly name: string;
}

/** A block behind a customer gateway, told to a virtual private gateway. */
export interface VpnConnectionRoute {
  /** Logical id: `<connection>_<name>`. */
  readonly id: string;
  readonly name: string;
  readonly path: Path;
  readonly destination: Cidr;
}

/** Which blocks may use the tunnels, at the device's side (local) and at AWS's (remote); null: every address. */
export interface VpnNetworkCidrs {
  readonly localIpv4NetworkCidr: Cidr | null;
  readonly remoteIpv4NetworkCidr: Cidr | null;
  readonly localIpv6NetworkCidr: Cidr | null;
  readonly remoteIpv6NetworkCidr: Cidr | null;
}

/** One tunnel of a VPN connection. */
export interface VpnTunnel {
  readonly path: Path;
  /** Null: AWS chooses one. */
  readonly insideCidr: Cidr | null;
  /** Null: AWS chooses one where the tunnel carries IPv6. */
  readonly insideIpv6Cidr: Cidr | null;
  /** Sorted; null: AWS takes all. */
  readonly ikeVersions: readonly string[] | null;
  readonly startupAction: "add" | "start";
  readonly dpdTimeoutAction: "clear" | "none" | "restart";
  readonly dpdTimeoutSeconds: number;
}
