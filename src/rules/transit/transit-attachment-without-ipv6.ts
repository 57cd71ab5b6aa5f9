import { transitFacts } from "../../aws/facts/transit.ts";
import { tiersOf } from "../../model/lookup.ts";
import { routesByTier } from "../../model/routing/route-lookup.ts";
import type { Network } from "../../model/types/network.ts";
import type { TransitGatewayAttachment } from "../../model/types/transit.ts";
import type { Report, Rule } from "../rule.ts";

/** IPv6 is sent to a transit gateway attachment that has it. */
export const transitAttachmentWithoutIpv6: Rule<"transit-attachment-without-ipv6"> = {
  id: "transit-attachment-without-ipv6",
  severity: "warning",
  title: "A transit gateway attachment to which an IPv6 route leads has ipv6Support and IPv6 addresses.",
  why: "Without ipv6Support, which is AWS's default, the VPC's IPv6 blocks do not propagate to the gateway's route tables: unless somebody writes static routes there, nothing comes back, IPv4 works and IPv6 connections hang. The network interfaces get no IPv6 addresses either, nor do they in an IPv4-only tier. AWS's API text says that this filters nothing, its whitepaper asks for the addresses. Where static routes do it, accept this.",
  sources: [transitFacts.attachmentIpv6Support, transitFacts.attachmentNeedsIpv6Addresses],
  check(network, report) {
    for (const attachment of network.transitGatewayAttachments) {
      if (attachment.ipv6Support === "disable") reportRoutes(network, attachment, report);
      else if (ipv6RoutesTo(network, attachment).length > 0) reportTiers(network, attachment, report);
    }
  },
};

function reportRoutes(network: Network, attachment: TransitGatewayAttachment, report: Report): void {
  for (const { tier, name, path } of ipv6RoutesTo(network, attachment)) {
    report(
      [...path, "target"],
      `route "${name}" of tier "${tier.name}" sends IPv6 to attachment "${attachment.name}", which has no IPv6 support`,
      `write ipv6Support: enable in network.transitGatewayAttachments.${attachment.name}`,
    );
  }
}

function reportTiers(
  network: Network,
  { name, path, tiers }: TransitGatewayAttachment,
  report: Report,
): void {
  const tier = tiersOf(network, tiers).find(({ addressing }) => addressing === "ipv4-only");
  if (tier === undefined) return;
  report(
    [...path, "subnets"],
    `attachment "${name}" gets IPv6 and stands in tier "${tier.name}", which is ipv4-only`,
    "name a dual-stack tier; a small one of its own is best",
  );
}

function ipv6RoutesTo(network: Network, { name }: TransitGatewayAttachment) {
  return routesByTier(network).flatMap(({ tier, routes }) =>
    routes
      .filter(({ destination }) => destination.prefix.family === "ipv6")
      .filter(({ target }) => target.kind === "transit-gateway-attachment" && target.name === name)
      .map((route) => ({ tier, name: route.name, path: route.path })),
  );
}
