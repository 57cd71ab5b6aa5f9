import type { Gateway, TopologyRoute } from "../topology/topology.ts";
import { placeOf } from "./place-of.ts";
import { endpointType } from "./read-gateways.ts";
import type { Reading } from "./reading.ts";
import { referents } from "./referents.ts";
import type { RouteTargets } from "./route-gateways.ts";
import type { TerraformResource } from "./terraform-document.ts";

/** The routes that gateway endpoints put into route tables, by table. */
export function endpointRoutes(
  reading: Reading,
  gateways: readonly Gateway[],
  targets: RouteTargets,
): ReadonlyMap<string, readonly TopologyRoute[]> {
  const services = new Map(
    gateways.flatMap((gateway): [string, string][] =>
      gateway.kind === "gateway-endpoint" ? [[gateway.id, gateway.service]] : [],
    ),
  );
  const found = new Map<string, TopologyRoute[]>();
  for (const { table, endpoint, resource, isCertain } of pairs(reading)) {
    const service = services.get(endpoint);
    const known = found.get(table) ?? [];
    const id = `${table} ${endpoint}`;
    if (service === undefined || known.some((route) => route.id === id)) continue;
    const destination = { kind: "service", service } as const;
    const target = isCertain ? endpoint : targets.uncertain(resource);
    found.set(table, [...known, { id, place: placeOf(resource), destination, target }]);
  }
  return found;
}

interface Pair {
  readonly table: string;
  readonly endpoint: string;
  readonly resource: TerraformResource;
  readonly isCertain: boolean;
}

/** What is certain goes first. */
function pairs(reading: Reading): readonly Pair[] {
  const all = [
    ...reading.index.ofType("aws_vpc_endpoint").flatMap((resource): readonly Pair[] => {
      if (endpointType(reading, resource) !== "gateway") return [];
      const { ids, isExact, isClosed } = reading.many(resource, referents.routeTable, "route_table_ids");
      if (!isClosed) reading.leaveOut(resource, UNCLEAR, []);
      const endpoint = resource.address;
      return ids.map((table) => ({ table, endpoint, resource, isCertain: isExact }));
    }),
    ...reading.index
      .ofType("aws_vpc_endpoint_route_table_association")
      .flatMap((resource) => pairsOf(reading, resource)),
  ];
  return [...all.filter(({ isCertain }) => isCertain), ...all.filter(({ isCertain }) => !isCertain)];
}

const UNCLEAR = "a route of a gateway endpoint: of which, or in which table, is known after apply";

function pairsOf(reading: Reading, resource: TerraformResource): readonly Pair[] {
  const endpoint = reading.one(resource, referents.vpcEndpoint, "vpc_endpoint_id");
  const table = reading.one(resource, referents.routeTable, "route_table_id");
  if (endpoint.kind !== "one" || table.kind === "none" || (table.kind === "one-of" && !table.isClosed)) {
    reading.leaveOut(resource, UNCLEAR, table.kind === "one" ? [table.id] : []);
    return [];
  }
  const tables = table.kind === "one" ? [table.id] : table.ids;
  const isCertain = table.kind === "one";
  return tables.map((one) => ({ table: one, endpoint: endpoint.id, resource, isCertain }));
}
