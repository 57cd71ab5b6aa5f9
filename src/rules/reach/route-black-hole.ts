import type { Fact } from "../../aws/facts/fact.ts";
import { publicAccessFacts } from "../../aws/facts/public-access.ts";
import { reachabilityFacts } from "../../aws/facts/reachability.ts";
import { routingFacts } from "../../aws/facts/routing.ts";
import { formatPath } from "../../base/path.ts";
import { blackHoleOf, competingRoutes, routesByTier } from "../../model/routing/route-lookup.ts";
import { blackHoles } from "../../reach/findings/black-holes.ts";
import { ROUTE_RULES, reportFindings } from "../report-findings.ts";
import type { Rule } from "../rule.ts";

const BLOCKS: readonly Fact[] = Object.values(publicAccessFacts);

/** A default route leads somewhere. */
export const routeBlackHole: Rule<"route-black-hole"> = {
  id: "route-black-hole",
  severity: "warning",
  title:
    "What takes a default route, or an address that DNS64 makes, is not dropped by the gateway that it comes to.",
  why: "A route is taken whatever its target does with the packets. A peering connection leads to no gateway of the other VPC, a NAT gateway carries no IPv6 of the internet, an egress-only internet gateway no IPv4. Nothing is refused: connections hang until they time out. Routes of a few addresses are left alone, since they are for a network that is not seen from here.",
  sources: [
    reachabilityFacts.noRouteNoWay,
    routingFacts.dns64NeedsNat64Route,
    routingFacts.natGatewayTakesNoIpv6,
  ],
  yieldsTo: [...ROUTE_RULES, "route-to-instance-that-checks"],
  check(network, report) {
    // Told by dns64-without-nat64-route, at the route that was meant for NAT64 where there is one; or of a destination with two
    // routes it must first be said which is meant.
    const told = routesByTier(network).filter(
      (tierRoutes) => blackHoleOf(tierRoutes) !== null || competingRoutes(tierRoutes.blockRoutes).length > 0,
    );
    const places = new Set(told.map(({ tier }) => formatPath(tier.path)));
    reportFindings(
      network,
      (index) =>
        blackHoles(index).filter(
          ({ place, facts }) =>
            (place.kind !== "blueprint" || !places.has(formatPath(place.path))) &&
            // Told by the rules on instances that translate, at the instance.
            !facts.includes(routingFacts.nat64ByInstance) &&
            // Told by the rules of Block Public Access, at what it keeps from the internet.
            !facts.some((fact) => BLOCKS.includes(fact)),
        ),
      report,
    );
  },
};
