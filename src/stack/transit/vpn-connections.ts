import { CustomerGateway as AwsCustomerGateway } from "@cdktf/provider-aws/lib/customer-gateway/index.js";
import { VpnConnection as AwsConnection } from "@cdktf/provider-aws/lib/vpn-connection/index.js";
import { VpnConnectionRoute } from "@cdktf/provider-aws/lib/vpn-connection-route/index.js";
import type { Construct } from "constructs";
import { LARGEST_SIGNED_ASN, VPN_TYPE } from "../../aws/vpn.ts";
import { formatAddress, formatPrefix } from "../../base/prefix.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Network } from "../../model/types/network.ts";
import type { Cidr } from "../../model/types/shared.ts";
import type { CustomerGateway, VpnConnection } from "../../model/types/vpn.ts";
import { withNameTag } from "../name-tag.ts";
import { omitNull } from "../omit-null.ts";
import { type Identified, type Made, resourceFor } from "../resources.ts";
import type { AttachmentMade } from "./transit-gateway-tables.ts";
import { tunnelArguments } from "./tunnel-arguments.ts";

interface Ends {
  /** Attachments to transit gateways, by name. */
  readonly attached: Made<Pick<AttachmentMade, "gatewayId">>;
  readonly virtualPrivateGateways: Made<Identified>;
}

/** Makes customer gateways and VPN connections. Gives by a connection's name the id of its attachment to a transit gateway. */
export function addVpnConnections(scope: Construct, network: Network, ends: Ends): Made<string> {
  const devices = new Map(
    network.customerGateways.map((one) => [one.name, addCustomerGateway(scope, one)] as const),
  );
  return new Map(
    network.vpnConnections.map((connection) => {
      const device = resourceFor(devices, connection.customerGateway);
      return [connection.name, addConnection(scope, connection, device, ends)] as const;
    }),
  );
}

function addCustomerGateway(
  scope: Construct,
  { name, displayName, bgpAsn, ipAddress, deviceName, tags }: CustomerGateway,
): AwsCustomerGateway {
  const asn = String(bgpAsn);
  return new AwsCustomerGateway(scope, terraformAddress("aws_customer_gateway", name), {
    type: VPN_TYPE,
    ipAddress: formatAddress(ipAddress.family, ipAddress.address),
    ...(bgpAsn > LARGEST_SIGNED_ASN ? { bgpAsnExtended: asn } : { bgpAsn: asn }),
    ...omitNull({ deviceName }),
    tags: withNameTag(displayName, tags),
  });
}

function addConnection(
  scope: Construct,
  connection: VpnConnection,
  { id: customerGatewayId }: Identified,
  ends: Ends,
): string {
  const { name, displayName, tunnelInsideIpVersion, staticRoutesOnly, tunnels, tags } = connection;
  const made = new AwsConnection(scope, terraformAddress("aws_vpn_connection", name), {
    type: VPN_TYPE,
    customerGatewayId,
    ...endArguments(connection, ends),
    tunnelInsideIpVersion,
    staticRoutesOnly,
    ...outsideArguments(connection),
    ...networkArguments(connection),
    ...tunnelArguments(tunnels),
    tags: withNameTag(displayName, tags),
  });
  for (const { id, destination } of connection.routes) {
    new VpnConnectionRoute(scope, terraformAddress("aws_vpn_connection_route", id), {
      vpnConnectionId: made.id,
      destinationCidrBlock: formatPrefix(destination.prefix),
    });
  }
  return made.transitGatewayAttachmentId;
}

function endArguments(
  { gateway: { kind, name } }: VpnConnection,
  { attached, virtualPrivateGateways }: Ends,
): { readonly vpnGatewayId: string } | { readonly transitGatewayId: string } {
  return kind === "virtual-private-gateway"
    ? { vpnGatewayId: resourceFor(virtualPrivateGateways, name).id }
    : { transitGatewayId: resourceFor(attached, name).gatewayId };
}

/** AWS's own defaults are left out: of a virtual private gateway the provider takes no word on acceleration. */
function outsideArguments({
  outsideIpAddressType,
  transportTransitGatewayAttachmentId,
  enableAcceleration,
}: VpnConnection): object {
  return {
    ...(outsideIpAddressType === "PublicIpv4" ? {} : { outsideIpAddressType }),
    ...omitNull({ transportTransitGatewayAttachmentId }),
    ...(enableAcceleration ? { enableAcceleration } : {}),
  };
}

function networkArguments({ networkCidrs }: VpnConnection): Readonly<Record<string, string>> {
  const written = Object.entries(networkCidrs).filter((entry): entry is [string, Cidr] => entry[1] !== null);
  return Object.fromEntries(written.map(([key, { prefix }]) => [key, formatPrefix(prefix)]));
}
