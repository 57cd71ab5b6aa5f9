import { atKey, type Location } from "../../base/diagnostic.ts";
import { applyEnvironment } from "../../blueprint/apply-environment.ts";
import type { Blueprint } from "../../blueprint/blueprint.generated.ts";
import type { BlueprintFile } from "../../blueprint/blueprint-file.ts";
import type { Placed } from "../../blueprint/placed.ts";
import { isMap, keysIn, placedAt } from "../../blueprint/placed.ts";
import { readWhole } from "../../blueprint/read-blueprint.ts";
import { readInstances } from "../../blueprint/read-instances.ts";
import type { Source } from "../../blueprint/source.ts";
import { resourceTypeOf } from "../../model/migration/terraform-address.ts";
import { awsStackName } from "../../model/names.ts";
import { normalise } from "../../model/normalise.ts";
import type { Known } from "../blueprint/known.ts";
import type { Inventory } from "../types/inventory.ts";
import { madeHere } from "./made-here.ts";

/** A blueprint that somebody owns, as far as a merge has to know it. */
export interface Owned {
  readonly whole: Placed;
  readonly source: Source;
  /** With all defaults. */
  readonly blueprint: Blueprint;
  readonly vpcId: string;
  /** By Terraform address, what it takes over or refers to. */
  readonly ids: ReadonlyMap<string, string>;
  /** Slots of its address plan that a tier has. */
  readonly slots: readonly number[];
  /** How many slots there are. */
  readonly slotCount: number;
}

/** The keys that lead to what the blueprint says is there. */
export const EXISTING = ["network", "vpc", "existing"] as const;

/** The line that says the id of an address, whether it is imported or referred to. */
export function atIdOf(whole: Placed, address: string): Location {
  const isImported = placedAt(whole, [...EXISTING, "import", address]) !== null;
  return atKey([...EXISTING, isImported ? "import" : "reference", address]);
}

/**
 * Reads the blueprint, or the environment of it that is asked for; null when it has no readable shape, describes no VPC that was
 * there before, or has several environments of which none is asked for.
 */
export function readOwned(file: BlueprintFile): Owned | null {
  const [instance, ...others] = readInstances(file);
  const whole = wholeOf(file);
  if (instance === undefined || others.length > 0 || whole === null) return null;
  const { blueprint, source } = instance;
  const vpcId = blueprint?.network.vpc.existing?.id;
  if (blueprint === null || vpcId === undefined) return null;
  const { network } = normalise(blueprint);
  const tiers = network?.tiers ?? [];
  const ids = new Map(["import", "reference"].flatMap((part) => idsIn(placedAt(whole, [...EXISTING, part]))));
  const slotCount = Math.max(0, ...tiers.map((tier) => tier.slotCount));
  return { whole, source, blueprint, vpcId, ids, slots: tiers.map(({ slot }) => slot), slotCount };
}

/** The names of a blueprint's environments; none where it has none. */
export function environmentsOf({ environment: _, ...whole }: BlueprintFile): readonly string[] {
  return readInstances(whole).flatMap(({ environment }) => environment?.name ?? []);
}

/** As the environment has it, with each value at the place of the line that decides it. */
function wholeOf(file: BlueprintFile): Placed | null {
  const { whole } = readWhole(file);
  const [only] = readInstances(file);
  const name = only?.environment?.name;
  return whole === null || name === undefined ? whole : applyEnvironment(whole, name).blueprint;
}

function idsIn(part: Placed | null): readonly (readonly [string, string])[] {
  const value = part?.value;
  return isMap(value) ? Object.entries(value).map(([address, id]) => [address, String(id)]) : [];
}

/**
 * What the blueprint calls things: by their ids, and what its own stack has made by the names that it gives them.
 */
export function knownIn({ whole, ids, blueprint }: Owned, inventory: Inventory): Known {
  const addresses = new Map([...ids].map(([address, id]) => [`${resourceTypeOf(address)} ${id}`, address]));
  const keysAt = (...path: readonly string[]) => {
    const section = placedAt(whole, path);
    return section === null ? [] : keysIn(section);
  };
  const madeAs = madeHere(whole, awsStackName(blueprint), inventory);
  return {
    keysAt,
    sameAt: (value, keys, ...path) => {
      const entries = keysAt(...path).map((key) => [key, placedAt(whole, [...path, key])?.value] as const);
      const wanted = picked(value, keys);
      return entries.find(([, entry]) => picked(entry, keys) === wanted)?.[0] ?? null;
    },
    nameOf: (type, id, place = 0) => {
      const address = addresses.get(`${type} ${id}`);
      if (address === undefined) return place === 0 ? madeAs(type, id) : null;
      return (
        address
          .slice(type.length + 1)
          .split("_")
          .at(place) ?? null
      );
    },
  };
}

function picked(value: unknown, keys: readonly string[]): string {
  const map: Readonly<Record<string, unknown>> = isMap(value) ? value : {};
  return JSON.stringify(keys.map((key) => map[key] ?? null));
}
