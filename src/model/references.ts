import type { Path } from "../base/path.ts";
import type { Blueprint } from "../blueprint/blueprint.generated.ts";
import { type Context, checkReference } from "./context.ts";
import type { SecurityGroupName, TierName } from "./types/shared.ts";
import type { Tier } from "./types/subnets.ts";

/** The names of the list that are candidates, sorted; the others are reported. */
export function knownNames<Name extends string>(
  context: Context,
  kind: string,
  names: readonly string[],
  candidates: readonly Name[],
  path: Path,
): readonly Name[] {
  return names
    .filter((name, index): name is Name => checkReference(context, kind, name, candidates, [...path, index]))
    .sort();
}

/** The name when it is a candidate; null when the author gave none, or an unknown one, which is reported. */
export function knownName<Name extends string>(
  context: Context,
  kind: string,
  name: string | undefined,
  candidates: readonly Name[],
  path: Path,
): Name | null {
  return name !== undefined && checkReference(context, kind, name, candidates, path) ? name : null;
}

/** The tiers of those names, sorted by name; unknown names are reported. */
export function knownTiers(
  context: Context,
  names: readonly string[],
  tiers: readonly Tier[],
  path: Path,
): readonly Tier[] {
  const candidates = tiers.map(({ name }) => name);
  return tiersNamed(tiers, knownNames(context, "subnet tier", names, candidates, path));
}

/** The tiers of those names, in the order of `tiers`; unknown names are passed over in silence. */
export function tiersNamed(tiers: readonly Tier[], names: readonly string[]): readonly Tier[] {
  return tiers.filter(({ name }) => names.includes(name));
}

/** The names of a name-keyed map, sorted. */
export function namesOf(map: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(map).sort();
}

/** The names of the tiers, sorted: the place where a text becomes a tier's name. */
export function tierNames({ network }: Blueprint): readonly TierName[] {
  return namesOf(network.subnets) as readonly TierName[];
}

/** The names of the security groups, sorted: the place where a text becomes a group's name. */
export function securityGroupNames({ network }: Blueprint): readonly SecurityGroupName[] {
  return namesOf(network.securityGroups) as readonly SecurityGroupName[];
}
