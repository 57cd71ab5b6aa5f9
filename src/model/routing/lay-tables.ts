import { invariant } from "../../base/invariant.ts";
import type { Context } from "../context.ts";
import type { TierTarget } from "../load-balancing/route-targets.ts";
import { displayName } from "../names.ts";
import type { RouteTable, RouteTarget } from "../types/routing.ts";
import type { Subnet, Tier } from "../types/subnets.ts";
import { checkZones } from "./read-inspection.ts";
import type { TierPrefixListRoute, TierRoute } from "./written-routes.ts";

/** The routes of a tier before they are laid into tables, each list sorted by name. */
export interface TierRoutes {
  readonly routes: readonly TierRoute[];
  readonly prefixListRoutes: readonly TierPrefixListRoute[];
}

interface Table {
  readonly id: string;
  readonly displayName: string;
  readonly tier: Tier;
  readonly subnets: readonly Subnet[];
}

/**
 * The table of a tier and of those that share it, or one for each zone; a route to what has no part in one of the zones is
 * reported and left out there.
 */
export function layTables(
  context: Context,
  stack: string,
  tier: Tier,
  sharers: readonly Tier[],
  routes: TierRoutes,
): readonly RouteTable[] {
  const subnets = sharers.flatMap((sharer) => sharer.subnets);
  const letters = [...new Set(subnets.map(({ zone }) => zone.letter))].sort();
  checkTargets(context, tier, letters, routes);
  if (![...routes.routes, ...routes.prefixListRoutes].some(({ target }) => isZonal(target))) {
    return [layTable({ id: tier.name, displayName: displayName(stack, tier.name), tier, subnets }, routes)];
  }
  return letters.map((letter) => {
    const inZone = subnets.filter(({ zone }) => zone.letter === letter);
    const id = `${tier.name}_${letter}`;
    const name = displayName(stack, `${tier.name}-${letter}`);
    return layTable({ id, displayName: name, tier, subnets: inZone }, routes);
  });
}

function isZonal(target: TierTarget): boolean {
  return target.kind === "zonal" || (target.kind === "nat-gateway" && target.gateway.perZone);
}

function checkTargets(
  context: Context,
  tier: Tier,
  letters: readonly string[],
  { routes, prefixListRoutes }: TierRoutes,
): void {
  for (const { name, path, target } of [...routes, ...prefixListRoutes]) {
    if (target.kind !== "zonal") continue;
    checkZones(context, `route "${name}" of tier "${tier.name}"`, target, letters, [...path, "target"]);
  }
}

function layTable(
  { id, displayName, tier, subnets }: Table,
  { routes, prefixListRoutes }: TierRoutes,
): RouteTable {
  const zone = subnets[0]?.zone.letter;
  const lay = <Laid extends { readonly name: string; readonly target: TierTarget }>(all: readonly Laid[]) =>
    all.flatMap((route) => {
      const target = chooseZone(route.target, zone);
      return target === null ? [] : [{ ...route, id: `${id}_${route.name}`, target }];
    });
  return {
    ...{ id, displayName, tier: tier.name },
    subnets: subnets.map((subnet) => subnet.id),
    routes: lay(routes),
    prefixListRoutes: lay(prefixListRoutes),
  };
}

function chooseZone(target: TierTarget, zone: string | undefined): RouteTarget | null {
  if (target.kind === "zonal") return (zone === undefined ? null : target.byZone.get(zone)) ?? null;
  if (target.kind !== "nat-gateway") return target;
  const { name, gateways } = target.gateway;
  const gateway = gateways.find((candidate) => candidate.place?.zone.letter === zone) ?? gateways[0];
  invariant(gateway !== undefined, `NAT gateway ${name} stands in no zone`);
  return { kind: "nat-gateway", name, gateway: gateway.id };
}
