import type { Path } from "../../base/path.ts";
import type { Blueprint, HostedZone as WrittenZone } from "../../blueprint/blueprint.generated.ts";
import { type Context, sortedEntries } from "../context.ts";
import type { HostedZone, HostedZoneSource, Route53 } from "../types/route53.ts";
import { normaliseDnsFirewall } from "./dns-firewall.ts";
import { normaliseDnsRecords, type RecordSurroundings } from "./dns-records.ts";
import { normaliseResolverEndpoints } from "./resolver-endpoints.ts";
import { normaliseResolverQueryLogs } from "./resolver-query-logs.ts";
import { normaliseResolverRuleAssociations, normaliseResolverRules } from "./resolver-rules.ts";

/** The hosted zones and their records, and what the VPC's resolver does; all sorted by name. */
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
  return {
    hostedZones,
    records: normaliseDnsRecords(context, blueprint, { ...surroundings, hostedZones }),
    resolverEndpoints: normaliseResolverEndpoints(context, blueprint, surroundings.tiers),
    resolverRules: normaliseResolverRules(context, blueprint),
    resolverRuleAssociations: normaliseResolverRuleAssociations(blueprint),
    dnsFirewall: normaliseDnsFirewall(context, blueprint),
    resolverQueryLogs: normaliseResolverQueryLogs(blueprint),
  };
}

function sourceOf({ source }: WrittenZone): HostedZoneSource {
  if (source.existing !== undefined) return { kind: "existing", id: source.existing.id };
  return { kind: source.public === undefined ? "private" : "public" };
}
