import { formatPrefix } from "../../base/prefix.ts";
import type { Network } from "../../model/types/network.ts";
import type { RoutedPrefixList, RouteTable, RouteTarget } from "../../model/types/routing.ts";
import type { Tier } from "../../model/types/subnets.ts";
import { endpointKey, gatewayKey } from "./gateways-of.ts";
import type { Gateway, GraphRoute, GraphTable } from "./graph.ts";

/** Default routes and NAT64 stand first. */
const FIRST = ["0.0.0.0/0", "::/0", "64:ff9b::/96"];

/** The route tables of a tier's subnets; those that lead the same ways, each by the NAT gateway of its zone, are one. */
export function tablesOf(network: Network, tier: Tier, gateways: readonly Gateway[]): readonly GraphTable[] {
  const shorts = new Map(gateways.map(({ key, short }) => [key, short]));
  const tables = network.routeTables.filter(({ subnets }) =>
    tier.subnets.some(({ id }) => subnets.includes(id)),
  );
  const merged = new Map<string, GraphTable>();
  for (const table of tables) {
    const routes = routesOf(network, table, shorts);
    const ways = JSON.stringify(routes);
    merged.set(ways, { ids: [...(merged.get(ways)?.ids ?? []), table.id], routes });
  }
  return [...merged.values()];
}

function routesOf(
  network: Network,
  table: RouteTable,
  shorts: ReadonlyMap<string, string>,
): readonly GraphRoute[] {
  const leads = (destination: string, target: RouteTarget): GraphRoute => {
    const key = gatewayKey(target);
    return { destination, target: shorts.get(key) ?? key, gateway: key };
  };
  const routes = [
    ...table.routes.map(({ destination, target }) => leads(formatPrefix(destination.prefix), target)),
    ...table.prefixListRoutes.map(({ prefixList, target }) => leads(prefixListWords(prefixList), target)),
  ];
  const endpoints = network.vpcEndpoints
    .filter(({ type }) => type.kind === "gateway" && type.routeTables.includes(table.id))
    .map((endpoint) => ({
      destination: `${endpoint.service ?? endpoint.serviceName} prefixes`,
      target: `endpoint ${endpoint.name}`,
      gateway: endpointKey(endpoint),
    }));
  return [...routes.sort((a, b) => rank(a) - rank(b)), ...endpoints];
}

function prefixListWords(list: RoutedPrefixList): string {
  return list.kind === "prefix-list" ? `prefix list ${list.name}` : list.id;
}

function rank({ destination }: GraphRoute): number {
  const index = FIRST.indexOf(destination);
  return index < 0 ? FIRST.length : index;
}
