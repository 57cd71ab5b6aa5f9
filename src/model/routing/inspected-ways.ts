import { ANY_IPV4, ANY_IPV6 } from "../../aws/well-known-prefixes.ts";
import type { Path } from "../../base/path.ts";
import type { AddressFamily } from "../../base/prefix.ts";
import { knownCidr } from "../addressing/cidr.ts";
import type { GatewayLoadBalancerEndpoint } from "../types/inspection.ts";
import type { Network } from "../types/network.ts";
import type { NetworkFirewall } from "../types/network-firewall.ts";
import type { Route, RouteTable, RouteTarget } from "../types/routing.ts";
import type { Subnet, Tier } from "../types/subnets.ts";
import { listed, routeFor, routesByTier } from "./route-lookup.ts";

/** An endpoint that looks at packets, as a route names it. */
export type Inspector = Extract<RouteTarget, { readonly kind: "inspection-endpoint" | "vpc-endpoint" }>;

/** A route of a subnet to what looks at its packets. */
export interface InspectedWay {
  readonly subnet: Subnet;
  readonly tier: Tier;
  readonly family: AddressFamily;
  readonly route: Route;
  readonly inspector: Inspector;
  /** The tier of the endpoint, where the blueprint makes it; null: it is made elsewhere. */
  readonly place: Tier | null;
  /** Where the packets go from there; null: nowhere, or that is not known. */
  readonly onward: Route | null;
  /** False where the endpoint's tier may have routes of which the blueprint does not know. */
  readonly isOnwardKnown: boolean;
}

/** Every route to what looks at packets, for each subnet that sends by it. */
export function inspectedWays(network: Network): readonly InspectedWay[] {
  return network.routeTables.flatMap((table) =>
    [...table.routes, ...listed(table)].flatMap((route) => {
      const { target } = route;
      if (!isInspector(target)) return [];
      const { family } = route.destination.prefix;
      const place = placeOf(network, target);
      return subnetsOf(network, table, family).map(({ subnet, tier }) => {
        const way = { subnet, tier, family, route, inspector: target, place };
        return { ...way, ...onwardOf(network, place, route) };
      });
    }),
  );
}

/** The route by which the subnet's own packets to the whole internet leave; null: none, or that is not known. */
export function defaultRouteOf(network: Network, subnet: string, family: AddressFamily): Route | null {
  const table = network.routeTables.find(({ subnets }) => subnets.some((id) => id === subnet));
  const any = knownCidr(family === "ipv4" ? ANY_IPV4 : ANY_IPV6);
  return table === undefined ? null : routeFor(table.routes, any);
}

/** True when the target is an endpoint that looks at packets. */
export function isInspector(target: RouteTarget): target is Inspector {
  return target.kind === "inspection-endpoint" || target.kind === "vpc-endpoint";
}

/** True when both lead to the same endpoint. */
export function isSameInspector(one: RouteTarget, other: Inspector): boolean {
  return isInspector(one) && keyOf(one) === keyOf(other);
}

/** The endpoint in the words of findings: its logical id, or its id. */
export function wordsOf(inspector: Inspector): string {
  return inspector.kind === "vpc-endpoint" ? inspector.id : inspector.endpoint;
}

/** A firewall and an endpoint of a Gateway Load Balancer may have one name. */
function keyOf(inspector: Inspector): string {
  return `${inspector.kind === "vpc-endpoint" ? "" : inspector.of} ${wordsOf(inspector)}`;
}

/** The place of the target in the blueprint; what follows from `inspection` of a tier is written there. */
export function placeOfTarget({ path, derived }: Pick<Route, "path" | "derived">): Path {
  return derived ? path : [...path, "target"];
}

/** What the blueprint makes of it; null: it is made elsewhere. */
export function inspectionOfRoute(
  { gatewayLoadBalancerEndpoints, networkFirewalls }: Network,
  inspector: Inspector,
): GatewayLoadBalancerEndpoint | NetworkFirewall | null {
  if (inspector.kind === "vpc-endpoint") return null;
  const all = inspector.of === "network-firewall" ? networkFirewalls : gatewayLoadBalancerEndpoints;
  return all.find(({ name }) => name === inspector.name) ?? null;
}

function placeOf(network: Network, inspector: Inspector): Tier | null {
  const own = inspectionOfRoute(network, inspector);
  return network.tiers.find(({ name }) => name === own?.tier) ?? null;
}

function subnetsOf({ tiers }: Network, { subnets }: RouteTable, family: AddressFamily) {
  return tiers.flatMap((tier) =>
    tier.subnets
      .filter((subnet) => subnets.includes(subnet.id) && subnet[family] !== null)
      .map((subnet) => ({ subnet, tier })),
  );
}

function onwardOf(network: Network, place: Tier | null, { destination }: Route) {
  const own = routesByTier(network).find(({ tier }) => tier.name === place?.name);
  const onward = own === undefined ? null : routeFor(own.routes, destination);
  return { onward, isOnwardKnown: own?.isComplete ?? false };
}
