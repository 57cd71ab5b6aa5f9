import { vpnFacts } from "../../aws/facts/vpn.ts";
import type { Path } from "../../base/path.ts";
import type { VpnConnection } from "../../model/types/vpn.ts";
import type { Rule } from "../rule.ts";

/** A virtual private gateway has IPv4 and the internet alone. */
export const vpnConnectionWantsTransitGateway: Rule<"vpn-connection-wants-transit-gateway"> = {
  id: "vpn-connection-wants-transit-gateway",
  severity: "error",
  title: "What only a transit gateway does is written of no VPN connection on a virtual private gateway.",
  why: "On a virtual private gateway a VPN connection carries IPv4 between public IPv4 addresses. IPv6 inside the tunnels or outside of them, private addresses over Direct Connect, acceleration, and route tables of a transit gateway want a transit gateway at the end of AWS. EC2 or the AWS provider refuses the rest.",
  sources: [
    vpnFacts.virtualPrivateGatewayWithoutIpv6,
    vpnFacts.accelerationOfTransitGatewaysOnly,
    vpnFacts.privateOutsideWantsTransport,
  ],
  check({ vpnConnections }, report) {
    for (const connection of vpnConnections) {
      const { name, path, gateway } = connection;
      if (gateway.kind !== "virtual-private-gateway") continue;
      for (const { key, words } of beyond(connection)) {
        report(
          [...path, ...key],
          `VPN connection "${name}" has ${words}, and virtual private gateway "${gateway.name}" at its end`,
          "write gateway: { transitGateway: <an attachment> }, or remove this",
        );
      }
    }
  },
};

interface Beyond {
  readonly key: Path;
  readonly words: string;
}

/** What a virtual private gateway does not do. */
function beyond(connection: VpnConnection): readonly Beyond[] {
  const { outsideIpAddressType, networkCidrs, association, propagations } = connection;
  const is = (isTrue: boolean, key: string, words: string): readonly Beyond[] =>
    isTrue ? [{ key: [key], words }] : [];
  return [
    ...is(connection.tunnelInsideIpVersion === "ipv6", "tunnelInsideIpVersion", "IPv6 inside its tunnels"),
    ...is(outsideIpAddressType !== "PublicIpv4", "outsideIpAddressType", `${outsideIpAddressType} outside`),
    ...is(connection.enableAcceleration, "enableAcceleration", "acceleration"),
    ...is(networkCidrs.localIpv6NetworkCidr !== null, "localIpv6NetworkCidr", "an IPv6 block"),
    ...is(networkCidrs.remoteIpv6NetworkCidr !== null, "remoteIpv6NetworkCidr", "an IPv6 block"),
    ...is(association !== null, "association", "a route table of a transit gateway"),
    ...is(propagations.length > 0, "propagations", "route tables of a transit gateway"),
    ...connection.tunnels.flatMap(({ path, insideIpv6Cidr }) =>
      insideIpv6Cidr === null
        ? []
        : [{ key: [...path.slice(-1), "insideIpv6Cidr"], words: "an IPv6 block inside a tunnel" }],
    ),
  ];
}
