import type { Path } from "../../base/path.ts";
import type { Blueprint } from "../../blueprint/blueprint.generated.ts";
import { zonesOfTierNamed } from "../addressing/tier-zones.ts";
import { type Context, checkReference, present, sortedEntries } from "../context.ts";
import { displayName } from "../names.ts";
import { knownName, tierNames } from "../references.ts";
import type { NatGateway, ZonalNatGateway } from "../types/routing.ts";
import type { Zone } from "../types/subnets.ts";

/** The NAT gateways, sorted by name; one in an unknown tier or zone is reported and left out. */
export function normaliseNatGateways(
  context: Context,
  blueprint: Blueprint,
  zones: readonly Zone[],
): readonly NatGateway[] {
  const tiers = tierNames(blueprint);
  return present(
    sortedEntries(blueprint.network.natGateways).map(([name, written]): NatGateway | null => {
      const path: Path = ["network", "natGateways", name];
      const tier = knownName(context, "subnet tier", written.subnet, tiers, [...path, "subnet"]);
      const inTier = zonesOfTierNamed(blueprint, written.subnet, zones);
      const letters = inTier.map((zone) => zone.letter);
      const letter = written.zone ?? letters[0];
      if (
        letter === undefined ||
        !checkReference(context, "availability zone", letter, letters, [...path, "zone"])
      )
        return null;
      if (tier === null) return null;
      const placed = written.perZone ? inTier : inTier.filter((zone) => zone.letter === letter);
      return {
        name,
        path,
        connectivityType: written.connectivityType,
        tier,
        perZone: written.perZone,
        gateways: placed.map((zone) => zonalGateway(blueprint.name, name, tier, zone, written.perZone)),
        tags: written.tags,
      };
    }),
  );
}

function zonalGateway(
  stack: string,
  name: string,
  tier: string,
  zone: Zone,
  perZone: boolean,
): ZonalNatGateway {
  return {
    id: perZone ? `${name}_${zone.letter}` : name,
    displayName: displayName(stack, perZone ? `${name}-${zone.letter}` : name),
    zone,
    subnet: `${tier}_${zone.letter}`,
  };
}
