import type { Gateway, TopologyRoute, TopologyRouteTable } from "../topology/topology.ts";
import { groupBy } from "./group-by.ts";
import { placeOf } from "./place-of.ts";
import { endpointRoutes } from "./read-endpoint-routes.ts";
import {
  destinationKey,
  inlineRoutes,
  type KnownBlocks,
  readRoute,
  separateRoute,
  topologyRoutes,
} from "./read-routes.ts";
import type { Reading } from "./reading.ts";
import { referents } from "./referents.ts";
import { RouteTargets } from "./route-gateways.ts";
import { type RouteInTable, tablesOfRoutes } from "./tables-of-routes.ts";
import type { TerraformResource } from "./terraform-document.ts";
import { untouchedDefaults, vpcOfDefault } from "./vpc-defaults.ts";

/** The route tables of a document, and the gateways that only their routes name. */
export interface ReadTables {
  readonly routeTables: readonly TopologyRouteTable[];
  readonly outside: readonly Gateway[];
}

/** A table before its routes are read. */
interface OpenTable {
  readonly id: string;
  readonly resource: TerraformResource;
  readonly vpc: string;
}

/** Reads all route tables with the routes in them, beside them, and of gateway endpoints. */
export function readRouteTables(
  reading: Reading,
  blocks: KnownBlocks,
  gateways: readonly Gateway[],
  nodeOf: (id: string) => string | null,
): ReadTables {
  const targets = new RouteTargets(reading, gateways, nodeOf);
  const separate = separateRoutes(reading, blocks);
  const former = formerRoutes(reading, blocks);
  const endpoints = endpointRoutes(reading, gateways, targets);
  const tables = openTables(reading);
  const known = new Set(tables.map(({ id }) => id));
  for (const { id, resource } of [...separate.values()]
    .flat()
    .map(({ written, table }) => ({ id: table, resource: written.resource }))) {
    if (!known.has(id)) reading.leaveOut(resource, `a route in ${id}, which is not in this document`, [id]);
  }
  const routeTables = tables.map(({ id, resource, vpc }): TopologyRouteTable => {
    const own = certainFirst(separate.get(id) ?? []);
    const inline = inlineOf(reading, resource, id, blocks).filter(
      (route) => !hasSame(own, route) && !hasSame(former.get(id) ?? [], route),
    );
    const routes = [...inline, ...own].flatMap(({ written, read, isCertain }) => {
      const target = isCertain
        ? targets.idFor(written, read, { id, vpc })
        : targets.uncertain(written.resource);
      return topologyRoutes(written, read, id, target);
    });
    return { id, place: placeOf(resource), vpc, routes: sorted([...routes, ...(endpoints.get(id) ?? [])]) };
  });
  return { routeTables, outside: targets.outside };
}

function openTables(reading: Reading): readonly OpenTable[] {
  const written = reading.index.ofType(...referents.routeTable.types).flatMap((resource) => {
    const isDefault = resource.type === "aws_default_route_table";
    const vpc = isDefault ? vpcOfDefault(reading, resource) : reading.one(resource, referents.vpc, "vpc_id");
    if (vpc.kind === "one") return [{ id: resource.address, resource, vpc: vpc.id }];
    const ids = vpc.kind === "one-of" ? vpc.ids : [];
    reading.leaveOut(resource, "a route table: of which VPC is known after apply", [
      resource.address,
      ...ids,
    ]);
    return [];
  });
  const untouched = untouchedDefaults(reading, "default_route_table_id").map((resource) => ({
    id: `${resource.address}.default_route_table_id`,
    resource,
    vpc: resource.address,
  }));
  return [...written, ...untouched];
}

function inlineOf(
  reading: Reading,
  resource: TerraformResource,
  table: string,
  blocks: KnownBlocks,
): readonly RouteInTable[] {
  if (!referents.routeTable.types.some((type) => type === resource.type)) return [];
  const { routes, isComplete } = inlineRoutes(reading, resource);
  if (!isComplete) reading.leaveOut(resource, "its routes are known after apply", [table]);
  const propagating = reading.fields(resource).texts("propagating_vgws");
  if (propagating.known.length > 0 || !propagating.isComplete) {
    reading.leaveOut(resource, "a virtual private gateway propagates routes into it that nobody writes", [
      table,
    ]);
  }
  return routes.flatMap((written) => {
    const read = readRoute(reading, written, blocks);
    return read === null ? [] : [{ written, read, table, isCertain: true }];
  });
}

function separateRoutes(reading: Reading, blocks: KnownBlocks): ReadonlyMap<string, readonly RouteInTable[]> {
  const routes = reading.index.ofType("aws_route").flatMap((resource) => {
    const written = separateRoute(reading, resource);
    const read = readRoute(reading, written, blocks);
    return read === null ? [] : [{ written, read }];
  });
  return byTable(tablesOfRoutes(reading, routes));
}

/** A table's own list still has the routes that a plan takes away. */
function formerRoutes(reading: Reading, blocks: KnownBlocks): ReadonlyMap<string, readonly RouteInTable[]> {
  const former = reading.index.document.former.filter(({ type }) => type === "aws_route");
  const routes = former.flatMap((resource) => {
    const written = separateRoute(reading, resource);
    const read = readRoute(reading, written, blocks);
    const table = reading.one(resource, referents.routeTable, "route_table_id");
    return read === null || table.kind !== "one" ? [] : [{ written, read, table: table.id, isCertain: true }];
  });
  return byTable(routes);
}

function byTable(routes: readonly RouteInTable[]): ReadonlyMap<string, readonly RouteInTable[]> {
  return groupBy(routes, ({ table }) => table);
}

/** AWS takes one route for each destination: two that are written are the same one. */
function hasSame(routes: readonly RouteInTable[], { read }: RouteInTable): boolean {
  const keys = new Set(routes.flatMap((one) => one.read.destinations.map(destinationKey)));
  keys.delete("unknown");
  return (
    read.destinations.length > 0 &&
    read.destinations.every((destination) => keys.has(destinationKey(destination)))
  );
}

/** What may be in a table is not, where AWS would refuse it because of another. */
function certainFirst(routes: readonly RouteInTable[]): readonly RouteInTable[] {
  const certain = routes.filter(({ isCertain }) => isCertain);
  return [...certain, ...routes.filter((route) => !route.isCertain && !hasSame(certain, route))];
}

function sorted(routes: readonly TopologyRoute[]): readonly TopologyRoute[] {
  return [...routes].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
