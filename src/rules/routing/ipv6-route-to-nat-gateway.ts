import { routingFacts } from "../../aws/facts/routing.ts";
import { NAT64_PREFIX } from "../../aws/well-known-prefixes.ts";
import { isOfWrongFamily, routesOfIpv6Tiers } from "../../model/routing/route-lookup.ts";
import type { Rule } from "../rule.ts";

/** There is no NAT66. */
export const ipv6RouteToNatGateway: Rule<"ipv6-route-to-nat-gateway"> = {
  id: "ipv6-route-to-nat-gateway",
  severity: "error",
  title: "No IPv6 destination but that of NAT64 goes to a NAT gateway.",
  why: "A NAT gateway takes IPv6 packets to 64:ff9b::/96 and translates them to IPv4; it carries no other IPv6, so that packets to the IPv6 internet are lost in it. IPv6 needs no NAT: what lets hosts out and nobody in is the egress-only internet gateway, and it costs nothing itself.",
  sources: [routingFacts.natGatewayTakesNoIpv6, routingFacts.privateIpv6ViaEgressOnlyGateway],
  check(network, report) {
    for (const { tier, routes } of routesOfIpv6Tiers(network)) {
      for (const route of routes.filter(isOfWrongFamily)) {
        const { target, destination, path } = route;
        if (target.kind !== "nat-gateway") continue;
        report(
          [...path, "target"],
          `tier "${tier.name}" sends ${destination.text} to NAT gateway "${target.name}": there is no NAT for IPv6`,
          `write target: { egressOnlyInternetGateway: {} }; for NAT64 the destination is "${NAT64_PREFIX}"`,
        );
      }
    }
  },
};
