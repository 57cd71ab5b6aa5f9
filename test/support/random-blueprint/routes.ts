import fc from "fast-check";
import { type NatGateway, type Tier, tiersWithTables } from "./tiers.ts";
import { anyPlace, mapOf, nameAt, pick, type Tree } from "./tree.ts";

const DESTINATIONS = [
  "10.99.0.0/16",
  "2001:db8:99::/48",
  "192.88.99.0/24",
  "2001:db8:42::/48",
  "192.0.2.0/24",
  "128.0.0.0/1",
  "2000::/3",
  "2a00::/12",
] as const;

/** What is drawn of a route beside those that a tier's settings give. */
export const routeDraft = fc.record({
  tier: anyPlace,
  destination: fc.constantFrom(...DESTINATIONS),
  target: fc.constantFrom("peering", "peering", "internet", "egress", "nat", "transit"),
  place: anyPlace,
});
export type RouteDraft = typeof routeDraft extends fc.Arbitrary<infer Draft> ? Draft : never;

/** What routes can lead to. */
export interface RouteTargets {
  readonly natGateways: readonly NatGateway[];
  readonly peerings: readonly string[];
  /** Names of attachments, with the zones in which they have a subnet. */
  readonly attachments: readonly { readonly name: string; readonly zones: readonly string[] }[];
}

/** `network.routes`: of a tier the first route for a destination stays. */
export function routesOf(
  drafts: readonly RouteDraft[],
  tiers: readonly Tier[],
  targets: RouteTargets,
): Tree | undefined {
  const owners = tiersWithTables(tiers);
  const routes = drafts.flatMap((draft) => {
    const tier = pick(owners, draft.tier);
    const target = tier === null ? null : targetOf(draft, tier, targets);
    return tier === null || target === null ? [] : [{ tier, destination: draft.destination, target }];
  });
  return mapOf(
    owners.map(({ name }) => {
      const own = routes.filter(({ tier }) => tier.name === name);
      const byDestination = new Map(own.toReversed().map((one) => [one.destination, one.target] as const));
      const entries = [...byDestination].toReversed();
      return [
        name,
        mapOf(
          entries.map(([destination, target], index) => [nameAt("route", index), { destination, target }]),
        ),
      ];
    }),
  );
}

function targetOf(
  { destination, target, place }: RouteDraft,
  tier: Tier,
  targets: RouteTargets,
): Tree | null {
  const isIpv6 = destination.includes(":");
  if (!(isIpv6 ? tier.hasIpv6 : tier.hasIpv4)) return null;
  switch (target) {
    case "peering":
      return named("vpcPeeringConnection", pick(targets.peerings, place));
    case "internet":
      return { internetGateway: {} };
    case "egress":
      return isIpv6 ? { egressOnlyInternetGateway: {} } : null;
    case "nat": {
      const others = targets.natGateways.filter((gateway) => gateway.tier !== tier.name);
      return isIpv6 ? null : named("natGateway", pick(others, place)?.name ?? null);
    }
    case "transit": {
      const able = targets.attachments.filter(({ zones }) =>
        tier.zones.every((zone) => zones.includes(zone)),
      );
      return named("transitGateway", pick(able, place)?.name ?? null);
    }
  }
}

function named(key: string, name: string | null): Tree | null {
  return name === null ? null : { [key]: name };
}
