import { vpnFacts } from "../../aws/facts/vpn.ts";

import type { Rule } from "../rule.ts";

/** Private addresses are reached over Direct Connect. */
export const vpnConnectionPrivateTransport: Rule<"vpn-connection-private-transport"> = {
  id: "vpn-connection-private-transport",
  severity: "error",
  title:
    "A VPN connection between private addresses has a Direct Connect attachment as transport, and no other has.",
  why: "With outsideIpAddressType: PrivateIpv4 the tunnels run over the attachment of the transit gateway to a Direct Connect gateway, and EC2 refuses the connection without its id. Between public addresses they run over the internet, and the attachment means nothing.",
  sources: [vpnFacts.privateOutsideWantsTransport],
  check({ vpnConnections }, report) {
    for (const {
      name,
      path,
      outsideIpAddressType,
      transportTransitGatewayAttachmentId: id,
    } of vpnConnections) {
      const isPrivate = outsideIpAddressType === "PrivateIpv4";
      if (isPrivate === (id !== null)) continue;
      report(
        isPrivate ? [...path, "outsideIpAddressType"] : [...path, "transportTransitGatewayAttachmentId"],
        isPrivate
          ? `VPN connection "${name}" has private addresses outside and no transport`
          : `VPN connection "${name}" has a transport and ${outsideIpAddressType} outside`,
        isPrivate
          ? "write transportTransitGatewayAttachmentId: the attachment to a Direct Connect gateway"
          : "write outsideIpAddressType: PrivateIpv4, or remove it",
      );
    }
  },
};
