import { vpnFacts } from "../../aws/facts/vpn.ts";
import type { Rule } from "../rule.ts";

/** AWS begins with IKEv2 alone. */
export const vpnTunnelIkev1Start: Rule<"vpn-tunnel-ikev1-start"> = {
  id: "vpn-tunnel-ikev1-start",
  severity: "warning",
  title: "A tunnel that AWS is to start may use IKEv2.",
  why: "With startupAction: start AWS brings the tunnel up, and again after it went down. It does so with IKEv2 only: a tunnel for ikev1 alone waits for the device to begin.",
  sources: [vpnFacts.startupByIkev2Only],
  check({ vpnConnections }, report) {
    for (const { name, tunnels } of vpnConnections) {
      for (const { path, ikeVersions, startupAction } of tunnels) {
        if (startupAction !== "start" || ikeVersions === null || ikeVersions.includes("ikev2")) continue;
        report(
          [...path, "startupAction"],
          `AWS starts no tunnel of VPN connection "${name}" that is for ikev1 alone`,
          "write ikev2 in ikeVersions, or startupAction: add",
        );
      }
    }
  },
};
