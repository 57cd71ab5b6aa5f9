import { routingFacts } from "../../aws/facts/routing.ts";
import { transitFacts } from "../../aws/facts/transit.ts";
import { ANY_IPV4, ANY_IPV6 } from "../../aws/well-known-prefixes.ts";
import { networkText } from "../../model/addressing/cidr.ts";
import { mayTranslate, routesOfIpv6Tiers } from "../../model/routing/route-lookup.ts";
import type { Route } from "../../model/types/routing.ts";
import type { Rule } from "../rule.ts";

/** A way to another VPC is there in both families. */
export const transitRouteWithoutIpv6Twin: Rule<"transit-route-without-ipv6-twin"> = {
  id: "transit-route-without-ipv6-twin",
  severity: "warning",
  title:
    "A tier with IPv6 that has an IPv4 route to a peering or transit gateway has an IPv6 route to it too.",
  why: "Routes are made for each family by itself, and nothing is learned over a peering connection. Where the far side has IPv6 addresses, names resolve to them first: packets then take the default route to the internet, or none, and each connection waits until the host falls back to IPv4. 0.0.0.0/0 is left alone where ::/0 goes to an internet gateway of this VPC: there is no other way for IPv6.",
  sources: [
    routingFacts.peeringNeedsIpv6Routes,
    transitFacts.peeringRoutesBothWays,
    transitFacts.ipv6EgressStaysInItsVpc,
  ],
  check(network, report) {
    for (const { tier, routes } of routesOfIpv6Tiers(network)) {
      const withIpv6 = routes.filter(({ destination }) => destination.prefix.family === "ipv6").map(linkOf);
      const lonely = routes.filter(
        (route) => !withIpv6.includes(linkOf(route)) && !isEgressOfIpv4(routes, route),
      );
      for (const route of lonely) {
        const link = linkOf(route);
        if (link === null) continue;
        report(
          [...route.path, "target"],
          `tier "${tier.name}" reaches ${link} by IPv4 (${route.destination.text}) and not by IPv6`,
          "add a route for the far side's IPv6 block with the same target",
        );
      }
    }
  },
};

/** IPv4 may leave through another VPC while IPv6 leaves through this one, as it must. */
function isEgressOfIpv4(routes: readonly Route[], { destination }: Route): boolean {
  return (
    networkText(destination) === ANY_IPV4 &&
    routes.some((route) => networkText(route.destination) === ANY_IPV6 && !mayTranslate(route.target))
  );
}

/** What the route leads to, when that is a connection of this blueprint to other VPCs. */
function linkOf({ target }: Route): string | null {
  if (target.kind === "transit-gateway-attachment") return `transit gateway "${target.name}"`;
  return target.kind === "own-vpc-peering-connection" ? `peering connection "${target.name}"` : null;
}
