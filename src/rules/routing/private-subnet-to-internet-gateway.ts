import { routingFacts } from "../../aws/facts/routing.ts";
import { contestedRoutes, routesOfIpv6Tiers } from "../../model/routing/route-lookup.ts";
import type { Route } from "../../model/types/routing.ts";
import type { Rule } from "../rule.ts";

/** What is not public has no IPv6 route to the internet gateway. */
export const privateSubnetToInternetGateway: Rule<"private-subnet-to-internet-gateway"> = {
  id: "private-subnet-to-internet-gateway",
  severity: "warning",
  title: "A tier that is not public does not send the IPv6 internet to the internet gateway.",
  why: "An IPv6 address is public by itself: there is no NAT in between. A route to the internet gateway works both ways, so that the internet can open connections to every host of the tier, and only security groups and network ACLs stand in its way. The egress-only internet gateway lets hosts out and lets only answers in. A route of one network's block, such as a partner's, is left alone: no connection from elsewhere gets an answer by it.",
  sources: [routingFacts.internetGatewayIsTwoWay, routingFacts.privateIpv6ViaEgressOnlyGateway],
  check(network, report) {
    for (const { tier, routes, blockRoutes } of routesOfIpv6Tiers(network)) {
      if (tier.internet === "public") continue;
      for (const { path, destination } of openRoutes(routes, blockRoutes)) {
        report(
          [...path, "target"],
          `tier "${tier.name}" has internet: ${tier.internet}, but sends ${destination.text} to the internet gateway`,
          "write target: { egressOnlyInternetGateway: {} }; if the tier is to be reached from the internet, give it internet: public",
        );
      }
    }
  },
};

/** The shortest block that IANA hands out, to a regional registry: https://www.iana.org/assignments/ipv6-unicast-address-assignments */
const REGISTRY_LENGTH = 12;

/** The IPv6 routes of whole parts of the internet to the internet gateway, but for those that other rules speak of. */
function openRoutes(routes: readonly Route[], blockRoutes: readonly Route[]): readonly Route[] {
  const contested = contestedRoutes(blockRoutes);
  return routes
    .filter(
      ({ destination, target }) => destination.prefix.family === "ipv6" && target.kind === "internet-gateway",
    )
    .filter(({ destination }) => destination.prefix.length <= REGISTRY_LENGTH)
    .filter((route) => !contested.includes(route));
}
