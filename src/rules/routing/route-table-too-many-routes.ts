import { filteringFacts } from "../../aws/facts/filtering.ts";
import { routingFacts } from "../../aws/facts/routing.ts";
import { familyName } from "../../base/family-name.ts";
import type { AddressFamily } from "../../base/prefix.ts";
import type { RouteTable } from "../../model/types/routing.ts";
import type { Rule } from "../rule.ts";

const FAMILIES: readonly AddressFamily[] = ["ipv4", "ipv6"];

/** A route table is of limited length. */
export const routeTableTooManyRoutes: Rule<"route-table-too-many-routes"> = {
  id: "route-table-too-many-routes",
  severity: "warning",
  title: "A route table has no more routes of a family than the quota allows.",
  why: "The quota was 50 routes of a family for a route table, local routes apart; in many accounts AWS has raised it to 500 by now. EC2 refuses the next route halfway through the apply. A route for a prefix list counts as many as the list may ever have. What your account has stands in Service Quotas: write it into quotas.routesPerRouteTable.",
  sources: [routingFacts.routesPerRouteTable, filteringFacts.prefixListCountsItsMaximum],
  check({ quotas, routeTables, tiers }, report) {
    const most = quotas.routesPerRouteTable;
    for (const table of routeTables) {
      const { tier } = table;
      for (const family of FAMILIES) {
        const count = countOf(table, family);
        if (count <= most) continue;
        const path = tiers.find(({ name }) => name === tier)?.path ?? ["network", "routes", tier];
        report(
          path,
          `the route table of tier "${tier}" has ${count} routes for ${familyName(family)}: the quota is ${most}`,
          "join neighbouring blocks, or send them all to a transit gateway with one route",
        );
      }
    }
  },
};

function countOf({ routes, prefixListRoutes }: RouteTable, family: AddressFamily): number {
  const lists = prefixListRoutes.flatMap(({ prefixList }) =>
    prefixList.kind === "prefix-list" && prefixList.family === family ? [prefixList.maxEntries] : [],
  );
  const blocks = routes.filter(({ destination }) => destination.prefix.family === family).length;
  return lists.reduce((sum, count) => sum + count, blocks);
}
