import type { Path } from "../../base/path.ts";
import { type Context, checkReference } from "../context.ts";
import type { Tier } from "../types/subnets.ts";

/** Reports zones in which none of the tiers stands. `at` is the map whose keys they are. */
export function checkNamedZones(
  context: Context,
  zones: readonly string[],
  tiers: readonly Tier[],
  at: Path,
): void {
  const known = [...new Set(tiers.flatMap(({ subnets }) => subnets.map(({ zone }) => zone.letter)))];
  for (const zone of zones) checkReference(context, "zone of its tiers", zone, known, [...at, zone]);
}
