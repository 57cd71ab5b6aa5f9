import { vpnFacts } from "../../aws/facts/vpn.ts";
import { routesOfIpv6Tiers } from "../../model/routing/route-lookup.ts";
import type { Rule } from "../rule.ts";

/** VPN connections bring no IPv6 to a virtual private gateway. */
export const virtualPrivateGatewayIpv6Route: Rule<"virtual-private-gateway-ipv6-route"> = {
  id: "virtual-private-gateway-ipv6-route",
  severity: "warning",
  title: "No IPv6 route leads to a virtual private gateway that VPN connections alone stand behind.",
  why: "The VPN connections of a virtual private gateway carry IPv4 alone, so that IPv6 packets sent there are lost. Only an interface of Direct Connect brings IPv6 to such a gateway: where there is one, accept this. IPv6 over a VPN wants a transit gateway and a connection with tunnelInsideIpVersion: ipv6.",
  sources: [vpnFacts.virtualPrivateGatewayWithoutIpv6, vpnFacts.directConnectCarriesIpv6],
  check(network, report) {
    for (const { tier, routes } of routesOfIpv6Tiers(network)) {
      for (const { name, path, destination, target } of routes) {
        const isGateway =
          target.kind === "own-virtual-private-gateway" || target.kind === "virtual-private-gateway";
        if (!isGateway || destination.prefix.family !== "ipv6") continue;
        report(
          [...path, "target"],
          `route "${name}" of tier "${tier.name}" sends ${destination.text} to a virtual private gateway, whose VPN connections carry IPv4 alone`,
          "lead it to a transit gateway; with Direct Connect behind the gateway, accept this",
        );
      }
    }
  },
};
