import { routingFacts } from "../../aws/facts/routing.ts";
import { isNat64, routesByTier } from "../../model/routing/route-lookup.ts";
import type { Rule } from "../rule.ts";

/** Nobody says whether a regional NAT gateway does NAT64. */
export const nat64ThroughRegionalGateway: Rule<"nat64-through-regional-gateway"> = {
  id: "nat64-through-regional-gateway",
  severity: "warning",
  title: "NAT64 is done by a zonal NAT gateway.",
  why: "AWS says of NAT gateways that they translate IPv6, but its pages on regional ones do not speak of NAT64, and nobody has tried it for Hextet. Where it is not done, names answered by DNS64 hang. Try it, and then accept this with what you saw.",
  sources: [routingFacts.natGatewayRegionalNat64Unknown, routingFacts.nat64IsBuiltIn],
  check(network, report) {
    const regional = network.natGateways.filter(({ tier }) => tier === null).map(({ name }) => name);
    for (const { tier, routes } of routesByTier(network)) {
      const route = routes.find(
        ({ destination, target }) =>
          isNat64(destination) && target.kind === "nat-gateway" && regional.includes(target.name),
      );
      if (route?.target.kind !== "nat-gateway") continue;
      report(
        route.derived ? route.path : [...route.path, "target"],
        `tier "${tier.name}" sends NAT64 to the regional NAT gateway "${route.target.name}", which may not translate it`,
        "send NAT64 to a zonal NAT gateway",
      );
    }
  },
};
