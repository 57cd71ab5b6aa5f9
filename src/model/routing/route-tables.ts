import { ANY_IPV4, ANY_IPV6, NAT64_PREFIX } from "../../aws/well-known-prefixes.ts";
import { byName } from "../../base/compare-texts.ts";
import type { AddressFamily } from "../../base/prefix.ts";
import type { Blueprint } from "../../blueprint/blueprint.generated.ts";
import { knownCidr, networkText } from "../addressing/cidr.ts";
import { type Context, checkReference, report } from "../context.ts";
import type { Declared } from "../declared.ts";
import type { TierTarget } from "../load-balancing/route-targets.ts";
import { awsStackName } from "../names.ts";
import type { PrefixList } from "../types/filtering.ts";
import type { NatGateway, RouteTable } from "../types/routing.ts";
import { hasFamily, type Tier } from "../types/subnets.ts";
import { layTables, type TierRoutes } from "./lay-tables.ts";
import {
  isForBlock,
  readRoutes,
  type TierPrefixListRoute,
  type TierRoute,
  type WrittenRoute,
} from "./written-routes.ts";

/** One table for each tier, or one for each of its zones when a route goes to what stands in every zone. */
export function normaliseRouteTables(
  context: Context,
  blueprint: Blueprint,
  declared: Pick<Declared, "tiers" | "natGateways"> & { readonly prefixLists: readonly PrefixList[] },
): readonly RouteTable[] {
  const tierNames = declared.tiers.map((tier) => tier.name);
  for (const name of Object.keys(blueprint.network.routes)) {
    checkReference(context, "subnet tier", name, tierNames, ["network", "routes", name]);
  }
  const owners = declared.tiers.filter((tier) => tier.routeTable === tier.name);
  return owners.flatMap((tier) => {
    const sharers = declared.tiers.filter(({ routeTable }) => routeTable === tier.name);
    const written = readRoutes(context, blueprint, tier.name, declared);
    const derived = derivedRoutes(tier, sharers, declared.natGateways);
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
