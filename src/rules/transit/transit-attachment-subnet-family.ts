import { transitFacts } from "../../aws/facts/transit.ts";
import { tiersOf } from "../../model/lookup.ts";
import { routesByTier } from "../../model/routing/route-lookup.ts";
import type { Network } from "../../model/types/network.ts";
import { hasFamily } from "../../model/types/subnets.ts";
import type { Rule } from "../rule.ts";

/** A transit gateway's feet have an address of each family they carry. */
export const transitAttachmentSubnetFamily: Rule<"transit-attachment-subnet-family"> = {
  id: "transit-attachment-subnet-family",
  severity: "error",
  title: "The subnets of a transit gateway attachment have IPv4, and IPv6 where IPv6 is sent to it.",
  why: "EC2 refuses an attachment in IPv6-only subnets: its network interfaces need IPv4 addresses even if only IPv6 is carried. And they carry IPv6 only with IPv6 addresses of their own, which they get in dual-stack subnets. Hosts of any subnet in the zone can use it.",
  sources: [transitFacts.attachmentNeedsIpv4, transitFacts.attachmentNeedsIpv6Addresses],
  check(network, report) {
    for (const { name, path, tiers } of network.transitGatewayAttachments) {
      const withIpv6 = getsIpv6(network, name);
      for (const { name: tier, addressing } of tiersOf(network, tiers)) {
        if (hasFamily(addressing, "ipv4") && (hasFamily(addressing, "ipv6") || !withIpv6)) continue;
        report(
          [...path, "subnets"],
          addressing === "ipv6-only"
            ? `attachment "${name}" stands in tier "${tier}", which is ipv6-only`
            : `attachment "${name}" gets IPv6 and stands in tier "${tier}", which is ipv4-only`,
          "name a dual-stack tier; a small one of its own is best",
        );
      }
    }
  },
};

/** True when an IPv6 route leads to the attachment. */
function getsIpv6(network: Network, attachment: string): boolean {
  return routesByTier(network).some(({ routes }) =>
    routes.some(({ destination, target }) => {
      const isIpv6 = destination.prefix.family === "ipv6";
      return isIpv6 && target.kind === "transit-gateway-attachment" && target.name === attachment;
    }),
  );
}
