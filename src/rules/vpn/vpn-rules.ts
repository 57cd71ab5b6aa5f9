import { amazonSideAsnNotPrivate } from "./amazon-side-asn-not-private.ts";
import { customerGatewayAsnReserved } from "./customer-gateway-asn-reserved.ts";
import { customerGatewayTwice } from "./customer-gateway-twice.ts";
import { transitGatewayRouteToOtherVpn } from "./transit-gateway-route-to-other-vpn.ts";
import { virtualPrivateGatewayIpv6Route } from "./virtual-private-gateway-ipv6-route.ts";
import { virtualPrivateGatewayTwice } from "./virtual-private-gateway-twice.ts";
import { virtualPrivateGatewayWithoutRoute } from "./virtual-private-gateway-without-route.ts";
import { vpnConnectionInsideFamily } from "./vpn-connection-inside-family.ts";
import { vpnConnectionOutsideAddress } from "./vpn-connection-outside-address.ts";
import { vpnConnectionOutsideFamily } from "./vpn-connection-outside-family.ts";
import { vpnConnectionPrivateTransport } from "./vpn-connection-private-transport.ts";
import { vpnConnectionStaticRoutes } from "./vpn-connection-static-routes.ts";
import { vpnConnectionWantsTransitGateway } from "./vpn-connection-wants-transit-gateway.ts";
import { vpnConnectionWithoutIpv6Twin } from "./vpn-connection-without-ipv6-twin.ts";
import { vpnIpv6OutsideWantsProvider } from "./vpn-ipv6-outside-wants-provider.ts";
import { vpnStaticRouteInsideVpc } from "./vpn-static-route-inside-vpc.ts";
import { vpnTunnelIkev1Start } from "./vpn-tunnel-ikev1-start.ts";
import { vpnTunnelInsideBlock } from "./vpn-tunnel-inside-block.ts";
import { vpnTunnelInsideBlockTwice } from "./vpn-tunnel-inside-block-twice.ts";

/** The rules on vpn, sorted by id. */
export const vpnRules = [
  amazonSideAsnNotPrivate,
  customerGatewayAsnReserved,
  customerGatewayTwice,
  transitGatewayRouteToOtherVpn,
  virtualPrivateGatewayIpv6Route,
  virtualPrivateGatewayTwice,
  virtualPrivateGatewayWithoutRoute,
  vpnConnectionInsideFamily,
  vpnConnectionOutsideAddress,
  vpnConnectionOutsideFamily,
  vpnConnectionPrivateTransport,
  vpnConnectionStaticRoutes,
  vpnConnectionWantsTransitGateway,
  vpnConnectionWithoutIpv6Twin,
  vpnIpv6OutsideWantsProvider,
  vpnStaticRouteInsideVpc,
  vpnTunnelIkev1Start,
  vpnTunnelInsideBlock,
  vpnTunnelInsideBlockTwice,
] as const;
