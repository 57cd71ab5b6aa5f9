import { ANY_IPV4, ANY_IPV6, NAT64_PREFIX } from "../../aws/well-known-prefixes.ts";
import { byName } from "../../base/compare-texts.ts";
import { invariant } from "../../base/invariant.ts";
import type { Path } from "../../base/path.ts";
import type { AddressFamily } from "../../base/prefix.ts";
import type { Blueprint } from "../../blueprint/blueprint.generated.ts";
import { knownCidr, networkText } from "../addressing/cidr.ts";
import { type Context, checkReference, present, readCidr, report, sortedEntries } from "../context.ts";
import type { Declared } from "../declared.ts";
import { readRouteTarget, type TierTarget } from "../load-balancing/route-targets.ts";
import { awsStackName, displayName } from "../names.ts";
import type { NatGateway, Route, RouteTable, RouteTarget } from "../types/routing.ts";
import type { Cidr } from "../types/shared.ts";
import { hasFamily, type Subnet, type Tier } from "../types/subnets.ts";

/** A route of a tier before it is laid into tables: a zonal NAT gateway is not chosen yet. */
interface TierRoute {
  readonly name: string;
  readonly path: Path;
  readonly destination: Cidr;
  readonly target: TierTarget;
  readonly derived: boolean;
}

/** One table for each tier, or one for each of its zones when a route goes to a NAT gateway that stands in every zone. */
export function normaliseRouteTables(
  context: Context,
  blueprint: Blueprint,
  declared: Pick<Declared, "tiers" | "natGateways">,
): readonly RouteTable[] {
  const tierNames = declared.tiers.map((tier) => tier.name);
  for (const name of Object.keys(blueprint.network.routes)) {
    checkReference(context, "subnet tier", name, tierNames, ["network", "routes", name]);
  }
  const owners = declared.tiers.filter((tier) => tier.routeTable === tier.name);
  return owners.flatMap((tier) => {
    const sharers = declared.tiers.filter(({ routeTable }) => routeTable === tier.name);
    const written = writtenRoutes(context, blueprint, tier.name, declared.natGateways);
    const routes = mergeRoutes(context, derivedRoutes(tier, sharers, declared.natGateways), written);
    return layTables(awsStackName(blueprint), tier, sharers, routes);
  });
}

/** Author's routes win over derived ones of the same destination; a name can stand only once. */
function mergeRoutes(
  context: Context,
  derived: readonly TierRoute[],
  written: readonly TierRoute[],
): readonly TierRoute[] {
  const destinations = new Set(written.map((route) => networkText(route.destination)));
  const kept = derived.filter((route) => !destinations.has(networkText(route.destination)));
  for (const route of written) {
    if (kept.some((other) => other.name === route.name)) {
      const message = `"${route.name}" is the name of a route that follows from the tier's own keys`;
      report(context, "model/reserved-name", route.path, message, "choose another name for this route");
    }
  }
  return [...kept, ...written].sort(byName);
}

function layTables(
  stack: string,
  tier: Tier,
  sharers: readonly Tier[],
  routes: readonly TierRoute[],
): readonly RouteTable[] {
  const subnets = sharers.flatMap((sharer) => sharer.subnets);
  const isZonal = routes.some((route) => route.target.kind === "nat-gateway" && route.target.gateway.perZone);
  if (!isZonal) return [layTable(tier.name, displayName(stack, tier.name), tier, subnets, routes)];
  const letters = [...new Set(subnets.map(({ zone }) => zone.letter))].sort();
  return letters.map((letter) => {
    const inZone = subnets.filter(({ zone }) => zone.letter === letter);
    return layTable(
      `${tier.name}_${letter}`,
      displayName(stack, `${tier.name}-${letter}`),
      tier,
      inZone,
      routes,
    );
  });
}

function layTable(
  id: string,
  displayName: string,
  tier: Tier,
  subnets: readonly Subnet[],
  routes: readonly TierRoute[],
): RouteTable {
  const zone = subnets[0]?.zone.letter;
  return {
    id,
    displayName,
    tier: tier.name,
    subnets: subnets.map((subnet) => subnet.id),
    routes: routes.map((route): Route => {
      const target = chooseZone(route.target, zone);
      return { ...route, id: `${id}_${route.name}`, target };
    }),
  };
}

function chooseZone(target: TierTarget, zone: string | undefined): RouteTarget {
  if (target.kind !== "nat-gateway") return target;
  const { name, gateways } = target.gateway;
  const gateway = gateways.find((candidate) => candidate.place?.zone.letter === zone) ?? gateways[0];
  invariant(gateway !== undefined, `NAT gateway ${name} stands in no zone`);
  return { kind: "nat-gateway", name, gateway: gateway.id };
}

/** What a tier's keys ask for, in the families of all tiers that share its table. */
function derivedRoutes(
  tier: Tier,
  sharers: readonly Tier[],
  natGateways: readonly NatGateway[],
): readonly TierRoute[] {
  const has = (family: AddressFamily) => sharers.some(({ addressing }) => hasFamily(addressing, family));
  const gateway = natGateways.find((candidate) => candidate.name === tier.natGateway);
  const route = (name: string, text: string, target: TierTarget, key: string): TierRoute => {
    return { name, path: [...tier.path, key], destination: knownCidr(text), target, derived: true };
  };
  const routes: TierRoute[] = [];
  if (has("ipv6") && tier.internet !== "none") {
    const kind = tier.internet === "public" ? "internet-gateway" : "egress-only-internet-gateway";
    routes.push(route("default-ipv6", ANY_IPV6, { kind }, "internet"));
  }
  if (has("ipv4")) {
    if (tier.internet === "public") {
      routes.push(route("default-ipv4", ANY_IPV4, { kind: "internet-gateway" }, "internet"));
    } else if (gateway !== undefined) {
      routes.push(route("default-ipv4", ANY_IPV4, { kind: "nat-gateway", gateway }, "natGateway"));
    }
  }
  if (tier.nat64 && gateway !== undefined) {
    routes.push(route("nat64", NAT64_PREFIX, { kind: "nat-gateway", gateway }, "nat64"));
  }
  return routes;
}

function writtenRoutes(
  context: Context,
  blueprint: Blueprint,
  tier: string,
  natGateways: readonly NatGateway[],
): readonly TierRoute[] {
  const routes = sortedEntries(blueprint.network.routes[tier] ?? {}).map(
    ([name, written]): TierRoute | null => {
      const path: Path = ["network", "routes", tier, name];
      const destination = readCidr(context, written.destination, [...path, "destination"], "any");
      const target = readRouteTarget(context, blueprint, written.target, [...path, "target"], natGateways);
      return destination === null || target === null
        ? null
        : { name, path, destination, target, derived: false };
    },
  );
  return present(routes);
}
