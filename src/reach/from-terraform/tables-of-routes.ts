import { groupBy } from "./group-by.ts";
import { destinationKey, type ReadRoute, type WrittenRoute } from "./read-routes.ts";
import type { Reading, Reference } from "./reading.ts";
import { referents } from "./referents.ts";
import { blockOf } from "./resource-index.ts";

interface Route {
  readonly written: WrittenRoute;
  readonly read: ReadRoute;
}

/** A route and a table that it is in, or may be in. */
export interface RouteInTable extends Route {
  readonly table: string;
  readonly isCertain: boolean;
}

/**
 * Into which table each route goes. Where that is known after apply only, it is proved by counting: as many routes of
 * one block to one destination as there are tables that they may be in, and AWS takes each destination once in a table.
 */
export function tablesOfRoutes(reading: Reading, routes: readonly Route[]): readonly RouteInTable[] {
  const read = routes.map((route) => ({
    route,
    table: reading.one(route.written.resource, referents.routeTable, "route_table_id"),
  }));
  const groups = groupBy(read, ({ route }) => groupKey(route));
  return [...groups.entries()].flatMap(([key, group]) => {
    const counted = key.endsWith("\nunknown") ? null : countedTables(group.map(({ table }) => table));
    return group.flatMap(({ route, table }, index): readonly RouteInTable[] => {
      const id = table.kind === "one" ? table.id : counted?.[index];
      if (id !== undefined) return [{ ...route, table: id, isCertain: true }];
      if (table.kind === "one-of" && table.isClosed)
        return table.ids.map((one) => ({ ...route, table: one, isCertain: false }));
      reading.leaveOut(route.written.resource, "a route: into which table is known after apply", []);
      return [];
    });
  });
}

/** The routes of one block in one module to one destination have the same. */
function groupKey({ written, read }: Route): string {
  const { resource } = written;
  return `${resource.module}\n${blockOf(resource)}\n${read.destinations.map(destinationKey).join()}`;
}

function countedTables(tables: readonly Reference[]): readonly string[] | null {
  const [first] = tables;
  if (first?.kind !== "one-of" || !first.isClosed || first.ids.length !== tables.length) return null;
  const same = first.ids.join("\n");
  const isSame = (one: Reference) => one.kind === "one-of" && one.isClosed && one.ids.join("\n") === same;
  return tables.every(isSame) ? first.ids : null;
}
