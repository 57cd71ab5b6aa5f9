import { localZoneFacts } from "../../aws/facts/local-zones.ts";
import type { Rule } from "../rule.ts";

/** Only the VPC's own block can be asked for in a border group. */
export const additionalIpv6BlockBorderGroup: Rule<"additional-ipv6-block-border-group"> = {
  id: "additional-ipv6-block-border-group",
  severity: "error",
  title: "An additional IPv6 block of a VPC is announced from the whole region.",
  why: "The AWS provider has an argument for the network border group of the block that a VPC brings itself, and none for that of a block which is associated later. Without it AWS gives a block of the region, and addresses of a Local Zone cannot be taken from it.",
  sources: [localZoneFacts.associationWithoutBorderGroup],
  check({ region, vpc }, report) {
    for (const { id, path, source } of vpc.additionalIpv6) {
      const group = source.kind === "amazon-provided" ? source.networkBorderGroup : null;
      // One of another region is another rule's.
      if (group === null || !group.startsWith(`${region}-`)) continue;
      report(
        [...path, "amazonProvided", "networkBorderGroup"],
        `additional IPv6 block "${id}" cannot be asked for in network border group ${group}`,
        "make it the VPC's own block (vpc.ipv6), and the region's the additional one",
      );
    }
  },
};
