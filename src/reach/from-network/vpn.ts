import { terraformAddress } from "../../model/migration/terraform-address.ts";
import { at, type NetworkContext, type Parts, VPC } from "./network-context.ts";
import { transitGatewayId } from "./transit-ids.ts";

/** The virtual private gateways, and the route tables that learn from them: what they learn nobody writes. */
export function virtualPrivateGatewaysOf({ network }: NetworkContext): Parts {
  const all = network.virtualPrivateGateways;
  return {
    gateways: all.map(({ name, path }) => ({
      id: terraformAddress("aws_vpn_gateway", name),
      place: at(path),
      kind: "virtual-private-gateway",
      vpc: VPC,
    })),
    leftOut: all.flatMap(({ path, propagations }) =>
      propagations.map(({ routeTable }) => ({
        place: at([...path, "routePropagation"]),
        why: "a virtual private gateway propagates routes into it that nobody writes",
        touches: [terraformAddress("aws_route_table", routeTable)],
      })),
    ),
  };
}

/** What VPN connections tell transit gateways by BGP nobody writes. */
export function vpnConnectionsOf({ network }: NetworkContext): Parts {
  const told = network.vpnConnections.filter(
    ({ gateway, staticRoutesOnly }) => gateway.kind === "transit-gateway-attachment" && !staticRoutesOnly,
  );
  return {
    leftOut: told.map(({ name, path, gateway }) => ({
      place: at(path),
      why: `VPN connection ${name} tells the transit gateway blocks that nobody writes`,
      touches: [transitGatewayId(network, gateway.name)],
    })),
  };
}
