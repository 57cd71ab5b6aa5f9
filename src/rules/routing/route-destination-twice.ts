import { routingFacts } from "../../aws/facts/routing.ts";
import {
  competingRoutes,
  goesToBothGateways,
  isOfWrongFamily,
  routesByTier,
} from "../../model/routing/route-lookup.ts";
import type { Network } from "../../model/types/network.ts";
import type { RoutedPrefixList } from "../../model/types/routing.ts";
import type { Report, Rule } from "../rule.ts";

/** A table holds one route for a destination. */
export const routeDestinationTwice: Rule<"route-destination-twice"> = {
  id: "route-destination-twice",
  severity: "error",
  title: "A tier has one route for a destination.",
  why: "EC2 refuses a second route of the same destination in a route table (RouteAlreadyExists), at apply and not at plan. Which of the two was meant, Hextet cannot know. Traffic of one destination is not shared between targets by routes.",
  sources: [routingFacts.oneRoutePerDestination, routingFacts.prefixListIsOneDestination],
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
    reportLists(network, report);
  },
};

/** A prefix list is one destination: its table has one route for it, whatever the blocks. */
function reportLists(network: Network, report: Report): void {
  for (const { tier, prefixListRoutes } of network.routeTables) {
    const first = new Map<string, string>();
    for (const { name, path, prefixList } of prefixListRoutes) {
      const list = thingOf(network, prefixList);
      const before = first.get(list);
      first.set(list, before ?? name);
      if (before === undefined) continue;
      const [key, text] =
        prefixList.kind === "prefix-list"
          ? ["destinationPrefixList", prefixList.name]
          : ["destinationPrefixListId", prefixList.id];
      const message = `route "${name}" of tier "${tier}" is for prefix list ${text}, as is route "${before}"`;
      report([...path, key], message, "remove one of them");
    }
  }
}

/** The same for two texts that lead to one list. */
function thingOf({ references }: Network, list: RoutedPrefixList): string {
  if (list.kind === "prefix-list") return `own ${list.name}`;
  return references.find(({ token }) => token === list.id)?.thing ?? list.id;
}
