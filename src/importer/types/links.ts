import type { ValuesOf } from "../fields/field.ts";
import type { attachmentFields } from "../fields/transit-gateway-attachment.ts";
import type {
  customerGatewayFields,
  tunnel1Arguments,
  tunnel2Arguments,
  virtualPrivateGatewayArguments,
  vpnConnectionFields,
} from "../fields/vpn.ts";
import type { Found } from "./found.ts";

/** What leads out of the VPC to other VPCs and networks. */
export interface FoundLinks {
  /** Active ones that the VPC has asked for. */
  readonly peerings: readonly FoundPeering[];
  readonly attachments: readonly FoundAttachment[];
  readonly virtualPrivateGateways: readonly FoundVirtualPrivateGateway[];
  /** Devices at the other end of the connections. */
  readonly customerGateways: readonly FoundCustomerGateway[];
  /** Those to the VPC's virtual private gateway. */
  readonly vpnConnections: readonly FoundVpnConnection[];
}

/** Of a VPC that nothing leads out of. */
export const NO_LINKS: FoundLinks = {
  peerings: [],
  attachments: [],
  virtualPrivateGateways: [],
  customerGateways: [],
  vpnConnections: [],
};

/** A peering connection that the VPC has asked for. */
export interface FoundPeering extends Found {
  readonly peerVpcId: string;
  /** Null: the VPC's own account. */
  readonly peerOwnerId: string | null;
  /** Null: the VPC's own region. */
  readonly peerRegion: string | null;
}

/** An attachment to a transit gateway. */
export interface FoundAttachment extends Found, ValuesOf<typeof attachmentFields> {}

/** A virtual private gateway. */
export interface FoundVirtualPrivateGateway extends Found, ValuesOf<typeof virtualPrivateGatewayArguments> {}

/** What AWS knows of a device. */
export interface FoundCustomerGateway extends Found, ValuesOf<typeof customerGatewayFields> {}

/** A VPN connection. */
export interface FoundVpnConnection extends Found, ValuesOf<typeof vpnConnectionFields> {
  readonly tunnel1: ValuesOf<typeof tunnel1Arguments>;
  readonly tunnel2: ValuesOf<typeof tunnel2Arguments>;
  /** Blocks of its static routes. */
  readonly routes: readonly string[];
}
