import { vpnFacts } from "../../aws/facts/vpn.ts";
import type { Network } from "../../model/types/network.ts";
import type { VpnConnection } from "../../model/types/vpn.ts";
import type { Rule } from "../rule.ts";

/** A transit gateway sends packets into its own VPN connections. */
export const transitGatewayRouteToOtherVpn: Rule<"transit-gateway-route-to-other-vpn"> = {
  id: "transit-gateway-route-to-other-vpn",
  severity: "error",
  title: "A route of a transit gateway leads to a VPN connection on that very gateway.",
  why: "A route of a transit gateway names an attachment of the same gateway. A connection on a virtual private gateway has no attachment at all, so that Terraform has no id to write; that of another transit gateway EC2 refuses.",
  sources: [vpnFacts.attachmentOfItsGateway],
  check(network, report) {
    for (const { name: table, transitGateway, routes } of network.transitGatewayRouteTables) {
      for (const { name, path, target } of routes) {
        if (target.kind !== "vpn-connection") continue;
        const connection = network.vpnConnections.find((one) => one.name === target.name);
        if (connection === undefined || isOn(network, connection, transitGateway)) continue;
        report(
          [...path, "target"],
          `route "${name}" of transit gateway route table "${table}" leads to VPN connection "${target.name}", which is on another gateway`,
          `name a connection with gateway: { transitGateway: ${transitGateway} }`,
        );
      }
    }
  },
};

/** Two attachments may be to one gateway that is made elsewhere. */
function isOn(
  { transitGatewayAttachments }: Network,
  { gateway }: VpnConnection,
  attachment: string,
): boolean {
  if (gateway.kind === "virtual-private-gateway") return false;
  const idOf = (name: string): string => {
    const found = transitGatewayAttachments.find((one) => one.name === name)?.gateway;
    return found?.kind === "id" ? found.id : name;
  };
  return idOf(gateway.name) === idOf(attachment);
}
