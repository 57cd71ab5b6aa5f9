import type { CustomerGateway, TunnelOption, VpnConnection, VpnGateway } from "@aws-sdk/client-ec2";
import { ANY_IPV4 } from "../../aws/well-known-prefixes.ts";
import type {
  VirtualPrivateGateway,
  VpnTunnel,
  VpnConnection as WrittenConnection,
  CustomerGateway as WrittenCustomerGateway,
} from "../../blueprint/blueprint.generated.ts";
import { type ArgumentsOf, fieldsOf, said, unless } from "./field.ts";

const gateway = fieldsOf<VpnGateway>();
const device = fieldsOf<CustomerGateway>();
const connection = fieldsOf<VpnConnection>();

/** What a blueprint says of a virtual private gateway. */
export const virtualPrivateGatewayArguments = {
  amazonSideAsn: gateway.number("amazon_side_asn", "AmazonSideAsn", null),
} satisfies ArgumentsOf<VirtualPrivateGateway>;

/** What a blueprint says of a customer gateway. */
export const customerGatewayArguments = {
  bgpAsn: unless(
    65_000,
    device.number("bgp_asn", ({ BgpAsn, BgpAsnExtended }) => BgpAsnExtended ?? BgpAsn, 65_000),
  ),
  ipAddress: device.text("ip_address", "IpAddress", ""),
  deviceName: device.text("device_name", "DeviceName", null),
} satisfies ArgumentsOf<WrittenCustomerGateway>;

/** What import reads of a customer gateway. */
export const customerGatewayFields = {
  ...customerGatewayArguments,
  certificateArn: device.text("certificate_arn", "CertificateArn", null),
};

/** What a blueprint says of a connection to a virtual private gateway, whose tunnels carry IPv4 alone. */
export const vpnConnectionArguments = {
  staticRoutesOnly: connection.optIn("static_routes_only", ({ Options }) => Options?.StaticRoutesOnly),
  localIpv4NetworkCidr: unless(
    ANY_IPV4,
    connection.text("local_ipv4_network_cidr", ({ Options }) => Options?.LocalIpv4NetworkCidr, ANY_IPV4),
  ),
  remoteIpv4NetworkCidr: unless(
    ANY_IPV4,
    connection.text("remote_ipv4_network_cidr", ({ Options }) => Options?.RemoteIpv4NetworkCidr, ANY_IPV4),
  ),
} satisfies ArgumentsOf<WrittenConnection>;

/** What import reads of a connection. */
export const vpnConnectionFields = {
  ...vpnConnectionArguments,
  customerGatewayId: connection.text("customer_gateway_id", "CustomerGatewayId", ""),
  gatewayId: connection.text("vpn_gateway_id", "VpnGatewayId", ""),
};

/** What a blueprint says of the first tunnel. */
export const tunnel1Arguments = tunnelArguments(0);

/** What a blueprint says of the second tunnel. */
export const tunnel2Arguments = tunnelArguments(1);

function tunnelArguments(index: 0 | 1) {
  const of = (told: VpnConnection): TunnelOption => told.Options?.TunnelOptions?.[index] ?? {};
  const name = (argument: string) => `tunnel${index + 1}_${argument}`;
  return {
    startupAction: unless(
      "add",
      connection.text(name("startup_action"), (told) => of(told).StartupAction, "add"),
    ),
    dpdTimeoutAction: unless(
      "clear",
      connection.text(name("dpd_timeout_action"), (told) => of(told).DpdTimeoutAction, "clear"),
    ),
    dpdTimeoutSeconds: said(
      connection.number(name("dpd_timeout_seconds"), (told) => of(told).DpdTimeoutSeconds, 30),
      // The provider writes 0 where AWS tells none.
      (seconds) => (seconds === 30 || seconds === 0 ? undefined : seconds),
    ),
  } satisfies ArgumentsOf<VpnTunnel>;
}
