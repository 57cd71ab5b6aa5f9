import { isMap } from "../../blueprint/placed.ts";
import { isLocalZone } from "../../model/addressing/local-zone.ts";
import { VPC_ADDRESS } from "../../model/migration/existing.ts";
import { resourceTypeOf } from "../../model/migration/terraform-address.ts";
import { placeOf } from "../blueprint/place-of.ts";
import type { DraftedBlueprint } from "../write-blueprint.ts";
import { EXISTING, type Owned } from "./read-owned.ts";

/** Something that is in AWS and not in the blueprint. */
export interface Addition {
  readonly address: string;
  readonly id: string;
  /** Where its id is said. */
  readonly part: "import" | "reference";
  /** The entry that comes with it; null: what describes it is there, or needs no words. */
  readonly entry: { readonly path: readonly string[]; readonly value: unknown } | null;
  /** A new zone of a tier that is there. */
  readonly zone: { readonly tier: string; readonly letter: string } | null;
}

/** What is there once, and follows from other keys. */
const WITHOUT_ENTRY = new Set(["aws_internet_gateway", "aws_egress_only_internet_gateway"]);

/**
 * Everything drafted whose id the blueprint does not know, each with the entry that describes it. Once a stage has been
 * applied, what is described and has no id is what that stage made, and Terraform's own.
 */
export function findAdditions(owned: Owned, drafted: DraftedBlueprint): readonly Addition[] {
  const known = new Set(owned.ids.values());
  const isFirstStage = (owned.blueprint.migration?.stage ?? null) === "import";
  const parts = [
    ...[...drafted.taken].map(([address, id]) => ({ address, id, part: "import" as const })),
    ...[...drafted.referred].map(([address, id]) => ({ address, id, part: "reference" as const })),
  ];
  return parts
    .filter(({ address, id }) => address !== VPC_ADDRESS && !known.has(id) && !owned.ids.has(address))
    .map((one) => ({ ...one, ...describedBy(owned, drafted, one.address) }))
    .filter(({ entry, zone }) => isFirstStage || entry !== null || zone !== null);
}

function describedBy(
  owned: Owned,
  drafted: DraftedBlueprint,
  address: string,
): Pick<Addition, "entry" | "zone"> {
  const path = placeOf(address);
  if (path === null || WITHOUT_ENTRY.has(resourceTypeOf(address))) return { entry: null, zone: null };
  const value = valueAt(drafted.blueprint, path);
  const there = valueAt(owned.whole.value, path);
  if (there === undefined) return { entry: value === undefined ? null : { path, value }, zone: null };
  if (resourceTypeOf(address) !== "aws_subnet") return { entry: null, zone: null };
  const [tier = "", letter = ""] = address.slice("aws_subnet.".length).split("_");
  const block = valueAt(value, ["ipv4Cidrs", letter]);
  if (zonesOf(owned, tier).includes(letter)) return { entry: null, zone: null };
  return { entry: { path: [...path, "ipv4Cidrs", letter], value: block }, zone: { tier, letter } };
}

/** The zones that a tier of the blueprint has. */
export function zonesOf({ blueprint }: Owned, tier: string): readonly string[] {
  const { availabilityZones, subnets = {} } = blueprint.network;
  return subnets[tier]?.availabilityZones ?? (availabilityZones ?? []).filter((zone) => !isLocalZone(zone));
}

/** What stands at a path; undefined where it ends before. */
export function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (isMap(at) && Object.hasOwn(at, key) ? at[key] : undefined),
    value,
  );
}

/** The path of an id in the blueprint. */
export function idPath({ address, part }: Pick<Addition, "address" | "part">): readonly string[] {
  return [...EXISTING, part, address];
}
