import { addressingFacts } from "../../aws/facts/addressing.ts";
import { isInsideVpc, isOfWrongFamily, routesByTier } from "../../model/routing/route-lookup.ts";
import type { Network } from "../../model/types/network.ts";
import type { Route } from "../../model/types/routing.ts";
import { hasFamily, type Tier } from "../../model/types/subnets.ts";
import type { Rule } from "../rule.ts";

/** Routes are of the families that the tier's hosts have. */
export const routeFamilyMissingInSubnet: Rule<"route-family-missing-in-subnet"> = {
  id: "route-family-missing-in-subnet",
  severity: "warning",
  title: "A tier has routes of its own families only.",
  why: "Hosts of an IPv6-only subnet have no IPv4 address, and those of an IPv4-only subnet no IPv6 address: they send no packet that the route could carry. Either the route is in the wrong tier, or the tier has the wrong addressing. An IPv6-only host reaches IPv4 by NAT64.",
  sources: [addressingFacts.ipv6OnlySubnetRefusesIpv4Block, addressingFacts.ipv4OnlySubnetHasNoIpv6],
  check(network, report) {
    for (const { tier, routes } of routesByTier(network)) {
      for (const { name, path, destination } of routes.filter((route) => isStray(route, tier, network))) {
        report(
          [...path, "destination"],
          `tier "${tier.name}" is ${tier.addressing}: its route "${name}" to ${destination.text} carries nothing`,
          destination.prefix.family === "ipv4"
            ? "remove the route, and write nat64: true in the tier to reach IPv4; or write addressing: dual-stack"
            : "remove the route, or write addressing: dual-stack",
        );
      }
    }
  },
};

/** What is wrong in any tier has rules of its own, and so has nat64 where there is no IPv6. */
function isStray(route: Route, { addressing }: Tier, { vpc }: Network): boolean {
  const { family } = route.destination.prefix;
  if (hasFamily(addressing, family) || route.derived) return false;
  return family === "ipv6" || !(isOfWrongFamily(route) || isInsideVpc(vpc, route.destination));
}
