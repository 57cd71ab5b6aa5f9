import type { Path } from "../../base/path.ts";
import type { Blueprint, Tier as WrittenTier } from "../../blueprint/blueprint.generated.ts";
import { type Context, report } from "../context.ts";
import type { Zone } from "../types/subnets.ts";
import { isIpv4CutByPlan, isIpv6CutByPlan } from "./cut-by-plan.ts";
import { isLocalZone } from "./local-zone.ts";
import { tiersIn } from "./tier-zones.ts";

/** A Local Zone is one of the region's, and some tier stands in it. */
export function checkLocalZones(context: Context, blueprint: Blueprint): void {
  const { region, network } = blueprint;
  network.availabilityZones.forEach((zone, index) => {
    if (!isLocalZone(zone)) return;
    const at: Path = ["network", "availabilityZones", index];
    if (!zone.startsWith(`${region}-`)) {
      const message = `Local Zone ${zone} is none of ${region}`;
      report(context, "model/local-zone-of-other-region", at, message, "write one of the blueprint's region");
      return;
    }
    if (tiersIn(blueprint, zone).length > 0) return;
    const message = `no tier stands in Local Zone ${zone}`;
    report(context, "model/local-zone-without-tier", at, message, `name it: availabilityZones: [${zone}]`);
  });
}

/** A tier stands somewhere, and the plan gives no two of its subnets one place. */
export function checkZonesOfTier(
  context: Context,
  written: WrittenTier,
  path: Path,
  all: readonly Zone[],
  zones: readonly Zone[],
): void {
  if (zones.length === 0 && written.availabilityZones === undefined) {
    const message = `tier "${path.at(-1)}" has no zone: the network's are Local Zones, in which only tiers that name them stand`;
    const [first] = all;
    const hint = first === undefined ? "name its zones" : `write availabilityZones: [${first.letter}]`;
    report(context, "model/tier-without-zone", path, message, hint);
  }
  zones.forEach((zone, index) => {
    const other = zones.slice(0, index).find((earlier) => sharesPlace(written, earlier, zone));
    if (other === undefined) return;
    const position = written.availabilityZones?.indexOf(zone.letter) ?? index;
    const message = `zones ${other.letter} and ${zone.letter} have one place in the address plan, that of letter ${zone.letter.slice(-1)}`;
    const hint = "give the Local Zone a tier of its own";
    report(context, "model/zones-share-place", [...path, "availabilityZones", position], message, hint);
  });
}

function sharesPlace(tier: WrittenTier, one: Zone, other: Zone): boolean {
  if (one.index !== other.index) return false;
  return [isIpv4CutByPlan, isIpv6CutByPlan].some(
    (isCut) => isCut(tier, one.letter) && isCut(tier, other.letter),
  );
}
