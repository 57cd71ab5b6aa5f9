import type { Path } from "../../base/path.ts";
import type { Context } from "../context.ts";
import { awsNameOf, displayName } from "../names.ts";
import { knownTiers } from "../references.ts";
import type { ServiceSubnets } from "../types/service-subnets.ts";
import type { Tags } from "../types/shared.ts";
import type { Tier } from "../types/subnets.ts";

/** A subnet group with the subnets of its tiers, sorted; unknown tiers are reported. */
export function normaliseServiceSubnets(
  context: Context,
  stack: string,
  all: readonly Tier[],
  path: Path,
  name: string,
  written: { readonly subnets: readonly string[]; readonly tags: Tags; readonly awsName?: string },
): ServiceSubnets {
  const tiers = knownTiers(context, written.subnets, all, [...path, "subnets"]);
  return {
    name,
    path,
    displayName: displayName(stack, awsNameOf(name, written)),
    tiers: tiers.map((tier) => tier.name),
    subnets: tiers.flatMap((tier) => tier.subnets.map(({ id }) => id)),
    tags: written.tags,
  };
}

/** The addressing that all tiers of the subnet group share; null when they differ, or the group is unknown. */
export function sharedAddressing(
  groups: readonly ServiceSubnets[],
  name: string,
  all: readonly Tier[],
): Tier["addressing"] | null {
  const names = groups.find((group) => group.name === name)?.tiers ?? [];
  const kinds = new Set(all.filter((tier) => names.includes(tier.name)).map(({ addressing }) => addressing));
  const [only = null] = kinds;
  return kinds.size === 1 ? only : null;
}
