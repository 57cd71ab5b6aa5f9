import { transitFacts } from "../../aws/facts/transit.ts";
import { zonesInWords } from "../../model/addressing/zones-in-words.ts";
import { zonesTakenTwice } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** A transit gateway has one foot in each zone. */
export const transitAttachmentZoneTwice: Rule<"transit-attachment-zone-twice"> = {
  id: "transit-attachment-zone-twice",
  severity: "error",
  title: "A transit gateway attachment has one subnet in each availability zone.",
  why: "The attachment puts one network interface into each zone, and EC2 refuses a second subnet of the same zone. Every subnet of the zone reaches the gateway through that one; hosts need not stand in it.",
  sources: [transitFacts.attachmentSubnetPerZone, transitFacts.attachmentServesItsZones],
  check(network, report) {
    for (const { name, path, tiers, subnets } of network.transitGatewayAttachments) {
      const twice = zonesTakenTwice(network, subnets);
      if (twice.length === 0) continue;
      report(
        [...path, "subnets"],
        `attachment "${name}" has several subnets in ${zonesInWords(twice)}: those of tiers ${tiers.join(", ")}`,
        "name one tier for each zone",
      );
    }
  },
};
