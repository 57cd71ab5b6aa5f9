import { byName } from "../../base/compare-texts.ts";
import type { Blueprint } from "../../blueprint/blueprint.generated.ts";
import { networkText } from "../addressing/cidr.ts";
import { type Context, checkReference, report } from "../context.ts";
import type { Declared } from "../declared.ts";
import { awsStackName } from "../names.ts";
import type { PrefixList } from "../types/filtering.ts";
import type { RouteTable } from "../types/routing.ts";
import type { Tier } from "../types/subnets.ts";
import { derivedRoutes } from "./derived-routes.ts";
import { inspectionOf, type TierInspection } from "./inspection-of.ts";
import { layTables, type TierRoutes } from "./lay-tables.ts";
import type { Inspecting } from "./read-inspection.ts";
import {
  isForBlock,
  readRoutes,
  type TierPrefixListRoute,
  type TierRoute,
  type WrittenRoute,
} from "./written-routes.ts";

interface Routed extends Pick<Declared, "tiers" | "natGateways">, Inspecting {
  readonly prefixLists: readonly PrefixList[];
}

/** One table for each tier, or one for each of its zones when a route goes to what stands in every zone. */
export function normaliseRouteTables(
  context: Context,
  blueprint: Blueprint,
  declared: Routed,
): readonly RouteTable[] {
  const tierNames = declared.tiers.map((tier) => tier.name);
  for (const name of Object.keys(blueprint.network.routes)) {
    checkReference(context, "subnet tier", name, tierNames, ["network", "routes", name]);
  }
  const owners = declared.tiers.filter((tier) => tier.routeTable === tier.name);
  return owners.flatMap((tier) => {
    const sharers = declared.tiers.filter(({ routeTable }) => routeTable === tier.name);
    const written = readRoutes(context, blueprint, tier.name, declared);
    const inspection = inspectionOf(context, blueprint, tier, declared);
    if (inspection !== null) checkInternet(context, tier, inspection);
    const derived = derivedRoutes(tier, sharers, { natGateways: declared.natGateways, inspection });
    const routes = mergeRoutes(context, derived, written);
    return layTables(context, awsStackName(blueprint), tier, sharers, routes);
  });
}

/** Author's routes win over derived ones of the same destination; a name can stand only once. */
function mergeRoutes(
  context: Context,
  derived: readonly TierRoute[],
  written: readonly WrittenRoute[],
): TierRoutes {
  const toBlocks = written.filter(isForBlock);
  const destinations = new Set(toBlocks.map((route) => networkText(route.destination)));
  const kept = derived.filter((route) => !destinations.has(networkText(route.destination)));
  for (const route of written) {
    if (kept.some((other) => other.name === route.name)) {
      const message = `"${route.name}" is the name of a route that follows from the tier's own keys`;
      report(context, "model/reserved-name", route.path, message, "choose another name for this route");
    }
  }
  return {
    routes: [...kept, ...toBlocks].sort(byName),
    prefixListRoutes: written.filter((route): route is TierPrefixListRoute => !isForBlock(route)),
  };
}

function checkInternet(context: Context, { name, internet }: Tier, { path }: TierInspection): void {
  if (internet !== "none") return;
  const message = `tier "${name}" is inspected on its way to the internet, and has internet: none`;
  const hint = "write internet: public or egress-only; other ways are inspected by network.routes";
  report(context, "model/inspection-without-internet", path, message, hint);
}
