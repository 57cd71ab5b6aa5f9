import type { Path } from "../base/path.ts";
import { type Context, checkReference } from "./context.ts";
import type { Tier } from "./types/subnets.ts";

/** The names of the list that are candidates, sorted; the others are reported. */
export function knownNames(
  context: Context,
  kind: string,
  names: readonly string[],
  candidates: readonly string[],
  path: Path,
): readonly string[] {
  return names
    .filter((name, index) => checkReference(context, kind, name, candidates, [...path, index]))
    .sort();
}

/** The name when it is a candidate; null when the author gave none, or an unknown one, which is reported. */
export function knownName(
  context: Context,
  kind: string,
  name: string | undefined,
  candidates: readonly string[],
  path: Path,
): string | null {
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

/** Sorts named things as every list of the model is sorted. */
export function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
