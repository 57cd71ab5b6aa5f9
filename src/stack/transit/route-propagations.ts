import { VpnGatewayRoutePropagation } from "@cdktf/provider-aws/lib/vpn-gateway-route-propagation/index.js";
import type { Construct } from "constructs";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Network } from "../../model/types/network.ts";
import { type RoutingMade, resourceFor, type TransitMade } from "../resources.ts";

/** Lets route tables learn what virtual private gateways know: single resources, as routes are. */
export function addRoutePropagations(
  scope: Construct,
  network: Network,
  made: Pick<TransitMade, "virtualPrivateGateways"> & Pick<RoutingMade, "routeTables">,
): void {
  for (const { name, propagations } of network.virtualPrivateGateways) {
    for (const { id, routeTable } of propagations) {
      new VpnGatewayRoutePropagation(scope, terraformAddress("aws_vpn_gateway_route_propagation", id), {
        vpnGatewayId: resourceFor(made.virtualPrivateGateways, name).id,
        routeTableId: resourceFor(made.routeTables, routeTable).id,
      });
    }
  }
}
