import { localZoneFacts } from "../../aws/facts/local-zones.ts";
import { localZonesWithIpv6 } from "../../aws/local-zones.ts";
import type { Rule } from "../rule.ts";

/** Not every Local Zone has IPv6. */
export const localZoneWithoutIpv6: Rule<"local-zone-without-ipv6"> = {
  id: "local-zone-without-ipv6",
  severity: "warning",
  title: "A tier with IPv6 stands only in Local Zones that have it.",
  why: "AWS lists the Local Zones in which subnets can have IPv6; in all others it refuses the subnet's block. The list grows: where AWS has added the zone since, accept this warning and say so.",
  sources: [localZoneFacts.localZoneIpv6],
  check({ tiers }, report) {
    for (const { name, path, subnets } of tiers) {
      for (const { ipv6, zone } of subnets) {
        if (ipv6 === null || zone.borderGroup === null || localZonesWithIpv6.includes(zone.name)) continue;
        report(
          [...path, "addressing"],
          `tier "${name}" has IPv6 in Local Zone ${zone.name}, which is none of those that AWS lists with IPv6`,
          "write addressing: ipv4-only, or take a Local Zone with IPv6",
        );
      }
    }
  },
};
