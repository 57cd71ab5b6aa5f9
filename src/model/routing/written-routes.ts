import type { Path } from "../../base/path.ts";
import type { Blueprint, Route as WrittenRouteText } from "../../blueprint/blueprint.generated.ts";
import { type Context, checkReference, present, readCidr, report, sortedEntries } from "../context.ts";
import { readRouteTarget, type TierTarget } from "../load-balancing/route-targets.ts";
import type { PrefixList } from "../types/filtering.ts";
import type { NatGateway, RoutedPrefixList } from "../types/routing.ts";
import type { Cidr } from "../types/shared.ts";
import type { Inspecting } from "./read-inspection.ts";

/** What every route of a tier has before it is laid into tables: the zone of a target is not chosen yet. */
interface Common {
  readonly name: string;
  readonly path: Path;
  readonly target: TierTarget;
}

/** A route of a tier to one block, before it is laid into tables. */
export interface TierRoute extends Common {
  readonly destination: Cidr;
  readonly derived: boolean;
}

/** A route of a tier to all blocks of a prefix list, before it is laid into tables. */
export interface TierPrefixListRoute extends Common {
  readonly prefixList: RoutedPrefixList;
}

/** A route as the author wrote it. */
export type WrittenRoute = TierRoute | TierPrefixListRoute;

interface Routable extends Inspecting {
  readonly natGateways: readonly NatGateway[];
  readonly prefixLists: readonly PrefixList[];
}

/** True when the route is for one block. */
export function isForBlock(route: WrittenRoute): route is TierRoute {
  return "destination" in route;
}

/** The author's routes of a tier, sorted by name; one whose destination or target is wrong is reported and left out. */
export function readRoutes(
  context: Context,
  blueprint: Blueprint,
  tier: string,
  known: Routable,
): readonly WrittenRoute[] {
  const routes = sortedEntries(blueprint.network.routes[tier] ?? {}).map(
    ([name, written]): WrittenRoute | null => {
      const path: Path = ["network", "routes", tier, name];
      const destination = readDestination(context, written, path, known);
      const at = [...path, "target"];
      const target = readRouteTarget(context, blueprint, written.target, at, known);
      return destination === null || target === null ? null : { name, path, target, ...destination };
    },
  );
  return present(routes);
}

type Destination = Pick<TierRoute, "destination" | "derived"> | Pick<TierPrefixListRoute, "prefixList">;

function readDestination(
  context: Context,
  written: WrittenRouteText,
  path: Path,
  { prefixLists }: Routable,
): Destination | null {
  const { destination, destinationPrefixList, destinationPrefixListId: id } = written;
  const given = [destination, destinationPrefixList, id].filter((value) => value !== undefined);
  if (given.length !== 1) {
    const message = `route "${path.at(-1)}" has ${given.length === 0 ? "no destination" : "several destinations"}`;
    const hint = "write one of destination, destinationPrefixList and destinationPrefixListId";
    report(context, "model/route-destination", path, message, hint);
    return null;
  }
  if (destination !== undefined) {
    const cidr = readCidr(context, destination, [...path, "destination"], "any");
    return cidr === null ? null : { destination: cidr, derived: false };
  }
  if (id !== undefined) return { prefixList: { kind: "prefix-list-id", id } };
  const list = prefixLists.find(({ name }) => name === destinationPrefixList);
  if (list === undefined) {
    const names = prefixLists.map(({ name }) => name);
    const at = [...path, "destinationPrefixList"];
    checkReference(context, "prefix list", destinationPrefixList ?? "", names, at);
    return null;
  }
  const { name, family, maxEntries, entries } = list;
  const blocks = entries.map(({ cidr }) => cidr);
  return { prefixList: { kind: "prefix-list", name, family, maxEntries, blocks } };
}
