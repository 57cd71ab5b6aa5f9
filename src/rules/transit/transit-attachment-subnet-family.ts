import { transitFacts } from "../../aws/facts/transit.ts";
import { ipv6OnlyTier, tiersOf } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** A transit gateway's feet have IPv4 addresses. */
export const transitAttachmentSubnetFamily: Rule<"transit-attachment-subnet-family"> = {
  id: "transit-attachment-subnet-family",
  severity: "error",
  title: "The subnets of a transit gateway attachment have IPv4.",
  why: "EC2 refuses an attachment in IPv6-only subnets: its network interfaces need IPv4 addresses even if only IPv6 is carried. Hosts of any subnet in the zone can use it.",
  sources: [transitFacts.attachmentNeedsIpv4],
  check(network, report) {
    for (const { name, path, tiers } of network.transitGatewayAttachments) {
      const tier = ipv6OnlyTier(tiersOf(network, tiers));
      if (tier === null) continue;
      report(
        [...path, "subnets"],
        `attachment "${name}" stands in tier "${tier.name}", which is ipv6-only`,
        "name a dual-stack tier; a small one of its own is best",
      );
    }
  },
};
