import { routingFacts } from "../../aws/facts/routing.ts";
import {
  competingRoutes,
  goesToBothGateways,
  isOfWrongFamily,
  routesByTier,
} from "../../model/routing/route-lookup.ts";
import type { Rule } from "../rule.ts";

/** A table holds one route for a destination. */
export const routeDestinationTwice: Rule<"route-destination-twice"> = {
  id: "route-destination-twice",
  severity: "error",
  title: "A tier has one route for a destination.",
  why: "EC2 refuses a second route of the same destination in a route table (RouteAlreadyExists), at apply and not at plan. Which of the two was meant, Hextet cannot know. Traffic of one destination is not shared between targets by routes.",
  sources: [routingFacts.oneRoutePerDestination],
  check(network, report) {
    for (const { tier, blockRoutes: routes } of routesByTier(network)) {
      // Routes that cannot be at all, and the two internet gateways, have rules of their own.
      const possible = routes.filter((route) => !isOfWrongFamily(route));
      for (const group of competingRoutes(possible).filter((routes) => !goesToBothGateways(routes))) {
        const [first, ...others] = group;
        for (const { name, path, destination } of others) {
          report(
            [...path, "destination"],
            `route "${name}" of tier "${tier.name}" is for ${destination.text}, as is route "${first?.name}"`,
            "remove one of them",
          );
        }
      }
    }
  },
};
