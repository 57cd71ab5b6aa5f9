import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Network } from "../../model/types/network.ts";
import type { VirtualPrivateGateway } from "../../model/types/vpn.ts";
import type { Gateway } from "./graph.ts";

/** The box of a virtual private gateway, with its VPN connections. */
export function virtualPrivateGateway(network: Network, { name, tiers }: VirtualPrivateGateway): Gateway {
  const connections = network.vpnConnections.filter(
    ({ gateway }) => gateway.kind === "virtual-private-gateway" && gateway.name === name,
  );
  return {
    key: `own-virtual-private-gateway ${name}`,
    ids: [terraformAddress("aws_vpn_gateway", name)],
    kind: "vpn",
    title: `virtual private gateway ${name}`,
    short: `VPN ${name}`,
    details: [
      ...(tiers.length === 0 ? [] : [`learned by ${tiers.join(", ")}`]),
      ...connections.map((one) => `VPN connection ${one.name} to ${one.customerGateway}`),
    ],
    outside: { title: "VPN or Direct Connect", direction: "both" },
  };
}
