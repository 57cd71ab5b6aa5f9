import { routingFacts } from "../../aws/facts/routing.ts";
import { isOfWrongFamily, routesByTier } from "../../model/routing/route-lookup.ts";
import type { Rule } from "../rule.ts";

/** Egress-only internet gateways are for IPv6. */
export const ipv4RouteToEgressOnlyGateway: Rule<"ipv4-route-to-egress-only-gateway"> = {
  id: "ipv4-route-to-egress-only-gateway",
  severity: "error",
  title: "No IPv4 destination goes to the egress-only internet gateway.",
  why: "An egress-only internet gateway carries IPv6 alone, and the provider refuses the route. For IPv4 the NAT gateway does its work: it lets private addresses out, and nobody in.",
  sources: [routingFacts.egressOnlyGatewayTakesNoIpv4],
  check(network, report) {
    const [natGateway] = network.natGateways;
    const instead =
      natGateway === undefined
        ? "add a NAT gateway for IPv4"
        : `write target: { natGateway: ${natGateway.name} }`;
    for (const { tier, routes } of routesByTier(network)) {
      for (const { destination, target, path } of routes.filter(isOfWrongFamily)) {
        if (target.kind !== "egress-only-internet-gateway") continue;
        report(
          [...path, "target"],
          `tier "${tier.name}" sends ${destination.text} to the egress-only internet gateway, which takes no IPv4`,
          `${instead}, or write the destination "::/0"`,
        );
      }
    }
  },
};
