import { routingFacts } from "../../aws/facts/routing.ts";
import { competingRoutes, goesToBothGateways, routesByTier } from "../../model/routing/route-lookup.ts";
import type { Rule } from "../rule.ts";

/** A destination goes to one of the two internet gateways. */
export const internetGatewaysBothInOneTable: Rule<"internet-gateways-both-in-one-table"> = {
  id: "internet-gateways-both-in-one-table",
  severity: "error",
  title: "A route table sends an IPv6 destination to one kind of internet gateway only.",
  why: "A route table holds one route for a destination, and EC2 refuses the second. It is also one or the other by meaning: behind the internet gateway hosts are reached from the internet, behind the egress-only one they are not. Hosts of both kinds need two tiers.",
  sources: [routingFacts.oneRoutePerDestination, routingFacts.internetGatewayIsTwoWay],
  check(network, report) {
    for (const { tier, blockRoutes: routes } of routesByTier(network)) {
      const isPublic = tier.internet === "public";
      const wrong = isPublic ? "egress-only-internet-gateway" : "internet-gateway";
      for (const group of competingRoutes(routes).filter(goesToBothGateways)) {
        // IPv4 does not go to an egress-only gateway in the first place: another rule's.
        const route = group.find(({ target }) => target.kind === wrong);
        if (route === undefined || route.destination.prefix.family === "ipv4") continue;
        report(
          [...route.path, "target"],
          `tier "${tier.name}" sends ${route.destination.text} both to the internet gateway and to the egress-only one`,
          `remove this route: the tier has internet: ${tier.internet}`,
        );
      }
    }
  },
};
