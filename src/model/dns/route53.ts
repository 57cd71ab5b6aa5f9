import type { Path } from "../../base/path.ts";
import type { Blueprint, HostedZone as WrittenZone } from "../../blueprint/blueprint.generated.ts";
import { type Context, sortedEntries } from "../context.ts";
import type { HostedZone, HostedZoneSource, Route53 } from "../types/route53.ts";
import { normaliseDnsRecords, type RecordSurroundings } from "./dns-records.ts";

/** The hosted zones and their records, sorted by name. */
export function normaliseRoute53(
  context: Context,
  blueprint: Blueprint,
  surroundings: Omit<RecordSurroundings, "hostedZones">,
): Route53 {
  const hostedZones = sortedEntries(blueprint.route53.hostedZones).map(([name, written]): HostedZone => {
    const path: Path = ["route53", "hostedZones", name];
    const source = sourceOf(written);
    const isPrivate = source.kind === "private" || (written.source.existing?.privateZone ?? false);
    return { name, path, domain: written.name, source, isPrivate, tags: written.tags };
  });
  return { hostedZones, records: normaliseDnsRecords(context, blueprint, { ...surroundings, hostedZones }) };
}

function sourceOf({ source }: WrittenZone): HostedZoneSource {
  if (source.existing !== undefined) return { kind: "existing", id: source.existing.id };
  return { kind: source.public === undefined ? "private" : "public" };
}
