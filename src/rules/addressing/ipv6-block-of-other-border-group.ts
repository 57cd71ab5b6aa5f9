import { localZoneFacts } from "../../aws/facts/local-zones.ts";
import { ipv6Blocks } from "../../model/addressing/vpc.ts";
import type { Ipv6Source, Zone } from "../../model/types/subnets.ts";
import type { Rule } from "../rule.ts";

/** A subnet's IPv6 block is announced from where the subnet is. */
export const ipv6BlockOfOtherBorderGroup: Rule<"ipv6-block-of-other-border-group"> = {
  id: "ipv6-block-of-other-border-group",
  severity: "error",
  title: "The IPv6 block of a subnet is announced from the subnet's zone.",
  why: "An IPv6 block of a VPC belongs to one network border group: the region, or a group of Local Zones. Its addresses are announced from there and cannot move, so a subnet in a Local Zone needs a block of that zone's group, and one in an availability zone a block of the region. A VPC may have both: its own block in the Local Zone's group, and an additional one of the region.",
  sources: [localZoneFacts.ipv6BlockOfItsBorderGroup, localZoneFacts.byoipv6NotInLocalZones],
  check({ region, vpc, tiers }, report) {
    for (const { name, path, ipv6Block, subnets } of tiers) {
      const block = ipv6Blocks(vpc).find(({ id }) => id === ipv6Block);
      if (block === undefined) continue;
      const odd = subnets.find(
        ({ ipv6, zone }) => ipv6 !== null && !isAnnouncedFrom(block.source, region, zone),
      );
      if (odd === undefined) continue;
      const group = odd.zone.borderGroup ?? region;
      report(
        [...path, "addressing"],
        `tier "${name}" has a subnet in ${odd.zone.name}, and its IPv6 block "${block.id}" is not announced from ${group}`,
        `name a block with networkBorderGroup: ${group} in ipv6Block, or write addressing: ipv4-only`,
      );
    }
  },
};

/** A pool of IPAM says nothing here of where its addresses are announced. */
function isAnnouncedFrom(source: Ipv6Source, region: string, { borderGroup }: Zone): boolean {
  if (source.kind === "amazon-provided")
    return (source.networkBorderGroup ?? region) === (borderGroup ?? region);
  return source.kind !== "byoip" || borderGroup === null;
}
