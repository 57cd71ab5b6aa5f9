import type { Path } from "../../base/path.ts";
import { whatIsThere } from "../migration/what-is-there.ts";
import type { Network } from "../types/network.ts";
import type { Tier } from "../types/subnets.ts";
import {
  type BlackHole,
  blackHoleOf,
  contestedRoutes,
  mayTranslate,
  routesOfIpv6Tiers,
} from "./route-lookup.ts";

/** A tier with DNS64 and no NAT64 behind it. */
export interface Dns64Hole {
  readonly tier: Tier;
  readonly hole: BlackHole;
  /** All of it was there before the blueprint: its subnets, and the route that was meant for NAT64. */
  readonly isOfToday: boolean;
  /** Where the blueprint says it: at the route, or at the key that turns DNS64 on. */
  readonly path: Path;
}

/** The tiers whose DNS64 answers with addresses that no NAT64 is behind, without those where two routes contest a destination. */
export function dns64Holes(network: Network): readonly Dns64Hole[] {
  const there = whatIsThere(network);
  return routesOfIpv6Tiers(network).flatMap((tierRoutes): Dns64Hole[] => {
    const { tier, blockRoutes } = tierRoutes;
    const hole = blackHoleOf(tierRoutes);
    // Of a destination with two routes, internet-gateways-both-in-one-table asks first which of them is meant.
    if (hole === null || contestedRoutes(blockRoutes).some((route) => route === hole.culprit)) return [];
    const { culprit } = hole;
    const isOfToday =
      tier.subnets.every(({ id }) => there.has("aws_subnet", id)) &&
      (culprit === null || there.has("aws_route", culprit.id));
    return [{ tier, hole, isOfToday, path: placeOf(tier, hole) }];
  });
}

function placeOf(tier: Tier, { culprit }: BlackHole): Path {
  if (culprit !== null) return [...culprit.path, mayTranslate(culprit.target) ? "destination" : "target"];
  return [...tier.path, tier.writtenKeys.includes("enableDns64") ? "enableDns64" : "nat64"];
}
