import type { Path } from "../../base/path.ts";
import type { Blueprint, Tier as WrittenTier } from "../../blueprint/blueprint.generated.ts";
import { zonesOfTierNamed } from "../addressing/tier-zones.ts";
import { type Context, checkReference } from "../context.ts";
import type { TierTarget } from "../load-balancing/route-targets.ts";
import { namesOf } from "../references.ts";
import type { RouteTarget } from "../types/routing.ts";
import type { Nat64Instance, Zone } from "../types/subnets.ts";

/** The instances that translate for a tier, in the author's order; an unknown one is reported and left out. */
export function nat64InstancesOf(
  context: Context,
  blueprint: Blueprint,
  { nat64Instances = [] }: WrittenTier,
  path: Path,
  zones: readonly Zone[],
): readonly Nat64Instance[] {
  const at = [...path, "nat64Instances"];
  const { instances } = blueprint.compute;
  return nat64Instances.flatMap((name, index) => {
    const written = Object.hasOwn(instances, name) ? instances[name] : undefined;
    checkReference(context, "instance", name, namesOf(instances), [...at, index]);
    if (written === undefined) return [];
    const zone = written.zone ?? zonesOfTierNamed(blueprint, written.subnet, zones)[0]?.letter ?? null;
    return [{ name, zone }];
  });
}

/** Where 64:ff9b::/96 leads in zones of those letters: to the instance of the zone, else to the first; null: there is none. */
export function nat64TargetOf(
  instances: readonly Nat64Instance[],
  letters: readonly string[],
): TierTarget | null {
  const [first, ...others] = instances;
  if (first === undefined) return null;
  const leadTo = ({ name }: Nat64Instance) => ({ kind: "instance", name }) as const;
  if (others.length === 0) return leadTo(first);
  const byZone = letters.map((letter): [string, RouteTarget] => [
    letter,
    leadTo(instances.find(({ zone }) => zone === letter) ?? first),
  ]);
  return { kind: "zonal", byZone: new Map(byZone) };
}
