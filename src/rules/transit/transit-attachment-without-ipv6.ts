import { transitFacts } from "../../aws/facts/transit.ts";
import { routesByTier } from "../../model/routing/route-lookup.ts";
import type { Rule } from "../rule.ts";

/** IPv6 is sent only to a transit gateway attachment that carries it. */
export const transitAttachmentWithoutIpv6: Rule<"transit-attachment-without-ipv6"> = {
  id: "transit-attachment-without-ipv6",
  severity: "error",
  title: "An IPv6 route leads to a transit gateway only when the attachment has ipv6Support.",
  why: "An attachment without IPv6 support drops IPv6 packets without a word, and AWS's own default is without. The route looks right, names resolve, IPv4 works, and IPv6 connections hang.",
  sources: [transitFacts.attachmentIpv6Support],
  check(network, report) {
    const without = network.transitGatewayAttachments.filter(({ ipv6Support }) => ipv6Support === "disable");
    for (const { tier, routes } of routesByTier(network)) {
      for (const { name, path, destination, target } of routes) {
        if (target.kind !== "transit-gateway-attachment" || destination.prefix.family === "ipv4") continue;
        const attachment = without.find((candidate) => candidate.name === target.name);
        if (attachment === undefined) continue;
        report(
          [...path, "target"],
          `route "${name}" of tier "${tier.name}" sends IPv6 to attachment "${target.name}", which has no IPv6 support`,
          `write ipv6Support: enable in network.transitGatewayAttachments.${target.name}`,
        );
      }
    }
  },
};
