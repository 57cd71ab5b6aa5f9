import { routingFacts } from "../../aws/facts/routing.ts";
import { ANY_IPV6 } from "../../aws/well-known-prefixes.ts";
import { knownCidr } from "../../model/addressing/cidr.ts";
import { routeFor, routesOfIpv6Tiers } from "../../model/routing/route-lookup.ts";
import type { Rule } from "../rule.ts";

/** What is public is reached over IPv6. */
export const publicSubnetWithoutInternetGatewayRoute: Rule<"public-subnet-without-internet-gateway-route"> = {
  id: "public-subnet-without-internet-gateway-route",
  severity: "warning",
  title: "A public tier with IPv6 does not leave it to the egress-only internet gateway.",
  why: "A tier with internet: public is one whose hosts and load balancers the internet reaches. A route of the author's replaces the one that follows from it. Behind an egress-only internet gateway no connection comes in over IPv6: clients that prefer IPv6 wait until they give up. Where IPv6 is to go out only, for now, accept this.",
  sources: [routingFacts.egressOnlyGatewayIsStateful, routingFacts.internetGatewayIsTwoWay],
  check(network, report) {
    for (const { tier, routes } of routesOfIpv6Tiers(network)) {
      if (tier.internet !== "public") continue;
      // Firewalls and transit gateways may bring the traffic in by another way; this one cannot.
      const route = routeFor(routes, knownCidr(ANY_IPV6));
      if (route?.target.kind !== "egress-only-internet-gateway") continue;
      const isReached = routes.some(
        ({ destination, target }) =>
          destination.prefix.family === "ipv6" && target.kind === "internet-gateway",
      );
      if (isReached) continue;
      report(
        [...route.path, "target"],
        `tier "${tier.name}" has internet: public, but sends ${route.destination.text} to the egress-only internet gateway`,
        `remove this route, or give the tier internet: egress-only (and, for public IPv4, a route of 0.0.0.0/0 to { internetGateway: {} })`,
      );
    }
  },
};
