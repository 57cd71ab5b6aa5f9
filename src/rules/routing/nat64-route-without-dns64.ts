import { routingFacts } from "../../aws/facts/routing.ts";
import { foreignResolvers } from "../../model/dns/resolvers.ts";
import { isNat64, mayTranslate, routesOfIpv6Tiers } from "../../model/routing/route-lookup.ts";
import type { Rule } from "../rule.ts";

/** NAT64 is found by DNS64. */
export const nat64RouteWithoutDns64: Rule<"nat64-route-without-dns64"> = {
  id: "nat64-route-without-dns64",
  severity: "warning",
  title: "A tier with a route for NAT64 has DNS64.",
  why: "Hosts learn addresses in 64:ff9b::/96 from DNS64. Without it a name that has only IPv4 addresses gets no IPv6 address, and an IPv6-only host cannot use the route. That is right only for hosts that make up these addresses themselves. A tier in which a transit gateway attachment stands is left alone: its route carries the packets of other VPCs, whose own subnets have DNS64.",
  sources: [routingFacts.nat64NeedsDns64ForNames],
  check(network, report) {
    // Other DNS servers may do DNS64 themselves.
    if (foreignResolvers(network).length > 0) return;
    const attached = network.transitGatewayAttachments.flatMap(({ tiers }) => tiers);
    for (const { tier, routes } of routesOfIpv6Tiers(network)) {
      if (tier.enableDns64 || attached.includes(tier.name)) continue;
      const route = routes.find(({ destination, target }) => isNat64(destination) && mayTranslate(target));
      if (route === undefined) continue;
      report(
        route.derived ? [...tier.path, "enableDns64"] : [...route.path, "destination"],
        `tier "${tier.name}" has a route of ${route.destination.text} for NAT64, but no DNS64`,
        `write enableDns64: true in tier "${tier.name}"`,
      );
    }
  },
};
