import { placedAt } from "../../blueprint/placed.ts";
import { type Addition, zonesOf } from "./find-additions.ts";
import type { Owned } from "./read-owned.ts";

const ZONES = ["network", "availabilityZones"] as const;

/** An item for a list of the blueprint. */
export interface ListItem {
  readonly path: readonly string[];
  readonly item: string;
}

/** The zones that lists of the blueprint get: those of tiers with new subnets, and the network's. */
export function listItems(owned: Owned, added: readonly Addition[]): readonly ListItem[] {
  const ofTiers = added.flatMap(({ zone }): readonly ListItem[] => {
    if (zone === null || !hasOwnList(owned, zone.tier)) return [];
    return [{ path: listOf(zone.tier), item: zone.letter }];
  });
  return [...ofTiers, ...newLetters(owned, added).map((item) => ({ path: ZONES, item }))];
}

/** Tiers that say nothing of zones, and with the network's new list would have others than they have. */
export function zonesAfter(owned: Owned, added: readonly Addition[]): ReadonlyMap<string, readonly string[]> {
  const all = networkZonesAfter(owned, added);
  const tiers = Object.keys(owned.blueprint.network.subnets ?? {}).filter((tier) => !hasOwnList(owned, tier));
  const after = tiers.map((tier) => {
    const gained = added.flatMap(({ zone }) => (zone?.tier === tier ? [zone.letter] : []));
    return [tier, [...zonesOf(owned, tier), ...gained].sort()] as const;
  });
  return new Map(after.filter(([, zones]) => zones.length !== all.length));
}

/** The network's zones when everything is in. */
export function networkZonesAfter(owned: Owned, added: readonly Addition[]): readonly string[] {
  return [...networkZones(owned), ...newLetters(owned, added)];
}

function newLetters(owned: Owned, added: readonly Addition[]): readonly string[] {
  const letters = added.flatMap(({ address, entry }) =>
    entry !== null && address.startsWith("aws_subnet.") ? [address.split("_").at(-1) ?? ""] : [],
  );
  return [...new Set(letters)].filter((letter) => !networkZones(owned).includes(letter)).sort();
}

function networkZones({ blueprint }: Owned): readonly string[] {
  return blueprint.network.availabilityZones ?? [];
}

function hasOwnList({ whole }: Owned, tier: string): boolean {
  return placedAt(whole, listOf(tier)) !== null;
}

function listOf(tier: string): readonly string[] {
  return ["network", "subnets", tier, "availabilityZones"];
}
