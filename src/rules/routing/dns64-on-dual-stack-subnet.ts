import { routingFacts } from "../../aws/facts/routing.ts";
import { blackHoleOf, routesByTier } from "../../model/routing/route-lookup.ts";
import type { Rule } from "../rule.ts";

/** Hosts that have IPv4 need no NAT64. */
export const dns64OnDualStackSubnet: Rule<"dns64-on-dual-stack-subnet"> = {
  id: "dns64-on-dual-stack-subnet",
  severity: "warning",
  title: "A dual-stack tier has no DNS64.",
  why: "DNS64 gives every name without IPv6 an address in 64:ff9b::/96, and hosts prefer it to the IPv4 address they could use directly. What has only IPv4, be it a database in the same VPC, is then reached through the NAT gateway, which charges for each GB.",
  sources: [routingFacts.dns64OnDualStackCosts, routingFacts.natGatewayPrice],
  check(network, report) {
    const attached = network.transitGatewayAttachments.flatMap(({ tiers }) => tiers);
    for (const tierRoutes of routesByTier(network)) {
      const { tier } = tierRoutes;
      if (tier.addressing !== "dual-stack" || !tier.enableDns64) continue;
      // Where it does not even work, another rule says so.
      if (blackHoleOf(tierRoutes) !== null) continue;
      const keys = [
        ...(tier.writtenKeys.includes("enableDns64") ? ["enableDns64"] : []),
        ...(tier.nat64 ? ["nat64"] : []),
      ];
      report(
        [...tier.path, tier.writtenKeys.includes("enableDns64") ? "enableDns64" : "nat64"],
        `tier "${tier.name}" is dual-stack and has DNS64: hosts reach IPv4-only names through NAT64 instead of by IPv4`,
        hintFor(keys, attached.includes(tier.name)),
      );
    }
  },
};

/** The NAT64 route of a tier with a transit gateway attachment serves other VPCs, whose packets come in there. */
function hintFor(keys: readonly string[], isHub: boolean): string {
  return isHub ? "write enableDns64: false" : `remove ${keys.join(" and ")}`;
}
