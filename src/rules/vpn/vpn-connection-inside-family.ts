import { vpnFacts } from "../../aws/facts/vpn.ts";
import { familyName } from "../../base/family-name.ts";
import type { Path } from "../../base/path.ts";
import type { VpnConnection } from "../../model/types/vpn.ts";
import type { Rule } from "../rule.ts";

/** A tunnel carries one family. */
export const vpnConnectionInsideFamily: Rule<"vpn-connection-inside-family"> = {
  id: "vpn-connection-inside-family",
  severity: "error",
  title: "The blocks of a VPN connection are of the family that its tunnels carry.",
  why: "The tunnels of a connection carry one family. Network CIDRs of the other one the AWS provider drops without a word, and the block inside a tunnel that carries IPv4 is no IPv6 one. Both families want two connections.",
  sources: [vpnFacts.oneFamilyInside, vpnFacts.networkCidrsOfOtherFamilyIgnored],
  check({ vpnConnections }, report) {
    for (const connection of vpnConnections) {
      const { name, gateway, tunnelInsideIpVersion } = connection;
      // There another rule tells that IPv6 is not carried at all.
      const isIpv4Only = gateway.kind === "virtual-private-gateway";
      for (const path of isIpv4Only ? [] : ofOtherFamily(connection)) {
        report(
          path,
          `VPN connection "${name}" carries ${familyName(tunnelInsideIpVersion)}, and ${path.at(-1)} is of the other family`,
          "remove it, or write it of a second connection that carries the family",
        );
      }
    }
  },
};

function ofOtherFamily({
  path,
  tunnelInsideIpVersion,
  networkCidrs,
  tunnels,
}: VpnConnection): readonly Path[] {
  const blocks = Object.entries(networkCidrs)
    .filter(([, cidr]) => cidr !== null && cidr.prefix.family !== tunnelInsideIpVersion)
    .map(([key]) => [...path, key]);
  const inside = tunnels
    .filter(({ insideIpv6Cidr }) => tunnelInsideIpVersion === "ipv4" && insideIpv6Cidr !== null)
    .map((tunnel) => [...tunnel.path, "insideIpv6Cidr"]);
  return [...blocks, ...inside];
}
