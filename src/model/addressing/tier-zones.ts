import type { Blueprint, Tier as WrittenTier } from "../../blueprint/blueprint.generated.ts";
import type { Zone } from "../types/subnets.ts";

/** The zones of the list in which the tier has a subnet: all, unless the author names some. */
export function zonesOfTier({ availabilityZones }: WrittenTier, zones: readonly Zone[]): readonly Zone[] {
  return zones.filter(({ letter }) => availabilityZones?.includes(letter) ?? true);
}

/** The tiers that have a subnet in the zone of that letter. */
export function tiersIn({ network }: Blueprint, letter: string): readonly WrittenTier[] {
  return Object.values(network.subnets).filter(
    ({ availabilityZones }) => availabilityZones?.includes(letter) ?? true,
  );
}

/** As `zonesOfTier`, of the tier of that name; all zones where there is no such tier. */
export function zonesOfTierNamed(
  { network }: Blueprint,
  name: string,
  zones: readonly Zone[],
): readonly Zone[] {
  const tier = Object.hasOwn(network.subnets, name) ? network.subnets[name] : undefined;
  return tier === undefined ? zones : zonesOfTier(tier, zones);
}
