import { routingFacts } from "../../aws/facts/routing.ts";
import { NAT64_PREFIX } from "../../aws/well-known-prefixes.ts";
import { blackHoleOf, isAlmostNat64, routesOfIpv6Tiers } from "../../model/routing/route-lookup.ts";
import type { Rule } from "../rule.ts";

/** NAT64 has one prefix on AWS. */
export const nat64PrefixSpelling: Rule<"nat64-prefix-spelling"> = {
  id: "nat64-prefix-spelling",
  severity: "warning",
  title: "The route for NAT64 is for 64:ff9b::/96.",
  why: "AWS's DNS64 and NAT gateways know the well-known prefix 64:ff9b::/96 and no other. A wider route to a NAT gateway also takes packets that the gateway does not translate; the local-use prefix 64:ff9b:1::/48 of RFC 8215 is not translated at all.",
  sources: [routingFacts.nat64Prefix, routingFacts.natGatewayTakesNoIpv6],
  check(network, report) {
    for (const tierRoutes of routesOfIpv6Tiers(network)) {
      const { tier, routes } = tierRoutes;
      for (const route of routes) {
        const { destination, target, path } = route;
        if (target.kind !== "nat-gateway" || !isAlmostNat64(destination)) continue;
        // Where hosts hang because of it, another rule says so.
        if (blackHoleOf(tierRoutes)?.culprit === route) continue;
        report(
          [...path, "destination"],
          `tier "${tier.name}" sends ${destination.text} to NAT gateway "${target.name}", which translates ${NAT64_PREFIX} only`,
          `write "${NAT64_PREFIX}"`,
        );
      }
    }
  },
};
