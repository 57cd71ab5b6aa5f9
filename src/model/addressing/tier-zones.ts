import type { Blueprint, Tier as WrittenTier } from "../../blueprint/blueprint.generated.ts";
import type { Zone } from "../types/subnets.ts";
import { isLocalZone } from "./local-zone.ts";

/** True when the tier has a subnet in the zone: in all that are no Local Zones, unless the author names some. */
export function standsIn({ availabilityZones }: WrittenTier, letter: string): boolean {
  return availabilityZones?.includes(letter) ?? !isLocalZone(letter);
}

/** The zones of the list in which the tier has a subnet. */
export function zonesOfTier(tier: WrittenTier, zones: readonly Zone[]): readonly Zone[] {
  return zones.filter(({ letter }) => standsIn(tier, letter));
}

/** The tiers that have a subnet in the zone of that letter. */
export function tiersIn({ network }: Blueprint, letter: string): readonly WrittenTier[] {
  return Object.values(network.subnets).filter((tier) => standsIn(tier, letter));
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
