import { transitFacts } from "../../aws/facts/transit.ts";
import { zonesInWords } from "../../model/addressing/zones-in-words.ts";
import { zonesOfSubnets, zonesOfTiers } from "../../model/lookup.ts";
import { routesByTier } from "../../model/routing/route-lookup.ts";
import type { Rule } from "../rule.ts";

/** A subnet reaches a transit gateway through the attachment's subnet in its own zone. */
export const transitAttachmentZoneMissing: Rule<"transit-attachment-zone-missing"> = {
  id: "transit-attachment-zone-missing",
  severity: "error",
  title: "A transit gateway attachment has a subnet in every zone that sends to it.",
  why: "The attachment serves the Availability Zones in which it has a subnet, and no other: what a subnet of another zone sends to the gateway is dropped. The route looks right, and hosts in the other zones are answered.",
  sources: [transitFacts.attachmentServesItsZones],
  check(network, report) {
    for (const { tier, routes } of routesByTier(network)) {
      for (const { name, path, target } of routes) {
        if (target.kind !== "transit-gateway-attachment") continue;
        const attachment = network.transitGatewayAttachments.find((one) => one.name === target.name);
        const served = zonesOfSubnets(network, attachment?.subnets ?? []);
        const missing = zonesOfTiers([tier]).filter((zone) => !served.includes(zone));
        // An attachment without any known subnet is another rule's.
        if (served.length === 0 || missing.length === 0) continue;
        report(
          [...path, "target"],
          `route "${name}" of tier "${tier.name}" sends to attachment "${target.name}", which has no subnet in ${zonesInWords(missing)}`,
          `name a tier with subnets in all these zones in network.transitGatewayAttachments.${target.name}.subnets`,
        );
      }
    }
  },
};
