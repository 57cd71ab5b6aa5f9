import type { WhatIsThere } from "../migration/what-is-there.ts";
import { whatIsThere } from "../migration/what-is-there.ts";
import type { Network } from "../types/network.ts";
import type { RouteTable } from "../types/routing.ts";

/** The logical id of a subnet of the table that has its route table outside this stack, whatever is written; null: none. */
export function subnetOfOthers(there: WhatIsThere, { id, subnets }: RouteTable): string | null {
  if (there.has("aws_route_table", id)) return null;
  return subnets.find((subnet) => there.isReferenced("aws_subnet", subnet)) ?? null;
}

/** True when something would be put into the table: a route, a gateway endpoint, or what a gateway propagates. */
export function isAskedFor(
  { vpcEndpoints, virtualPrivateGateways }: Pick<Network, "vpcEndpoints" | "virtualPrivateGateways">,
  { id, routes, prefixListRoutes }: RouteTable,
): boolean {
  const ofEndpoints = vpcEndpoints.flatMap(({ type }) => (type.kind === "gateway" ? type.routeTables : []));
  const learning = virtualPrivateGateways.flatMap(({ propagations }) => propagations);
  return (
    routes.length > 0 ||
    prefixListRoutes.length > 0 ||
    ofEndpoints.includes(id) ||
    learning.some(({ routeTable }) => routeTable === id)
  );
}

/** True when the table would be made for nobody: its subnets have theirs elsewhere, and nothing is put into it. */
export function isIdle(network: Network, table: RouteTable): boolean {
  const there = whatIsThere(network);
  const isTheirs = (subnet: string): boolean => there.isReferenced("aws_subnet", subnet);
  const isMade = !there.has("aws_route_table", table.id);
  return isMade && table.subnets.every(isTheirs) && table.subnets.length > 0 && !isAskedFor(network, table);
}
