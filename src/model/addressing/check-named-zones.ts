import { formatPath, type Path } from "../../base/path.ts";
import { type Context, report } from "../context.ts";
import type { Tier } from "../types/subnets.ts";
import { zonesInWords } from "./zones-in-words.ts";

/** Reports zones in which none of the tiers stands. `at` is the map whose keys they are. */
export function checkNamedZones(
  context: Context,
  zones: readonly string[],
  tiers: readonly Tier[],
  at: Path,
): void {
  const known = [...new Set(tiers.flatMap(({ subnets }) => subnets.map(({ zone }) => zone.letter)))];
  for (const zone of zones) {
    if (known.includes(zone)) continue;
    const message = `no tier of ${formatPath(at.slice(0, -1))} stands in zone "${zone}"`;
    const hint = known.length === 0 ? undefined : `they stand in ${zonesInWords(known)}`;
    report(context, "model/unknown-name", [...at, zone], message, hint);
  }
}
