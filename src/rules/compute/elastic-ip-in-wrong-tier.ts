import { computeFacts } from "../../aws/facts/compute.ts";
import { tierOf } from "../../model/lookup.ts";
import { routesByTier } from "../../model/routing/route-lookup.ts";
import type { Route } from "../../model/types/routing.ts";
import { hasFamily } from "../../model/types/subnets.ts";
import type { Rule } from "../rule.ts";

/** An Elastic IP is IPv4 at the internet gateway. */
export const elasticIpInWrongTier: Rule<"elastic-ip-in-wrong-tier"> = {
  id: "elastic-ip-in-wrong-tier",
  severity: "error",
  title: "A host with an Elastic IP stands in a tier with IPv4 and an IPv4 route that answers can take.",
  why: "An Elastic IP is a public IPv4 address that the internet gateway translates to the host's private one. In an IPv6-only tier there is no private one, and AWS refuses the association. Where no IPv4 route leads to the internet gateway, or to an appliance in front of it, the address is paid for, but no answer finds its way. There is no Elastic IP of IPv6, and none is needed: IPv6 addresses stay with their host.",
  sources: [computeFacts.elasticIpIsIpv4, computeFacts.elasticIpNeedsInternetGateway],
  check(network, report) {
    for (const { name, path, tier: tierName, elasticIp } of network.compute.instances) {
      if (!elasticIp) continue;
      const tier = tierOf(network, tierName);
      if (!hasFamily(tier.addressing, "ipv4")) {
        report(
          [...path, "elasticIp"],
          `instance "${name}" has an Elastic IP in IPv6-only tier "${tierName}"`,
          "remove elasticIp: its IPv6 addresses stay as they are",
        );
        continue;
      }
      const own = routesByTier(network).find((one) => one.tier.name === tierName);
      // A tier whose subnets have no place in the plan has no table: that is another finding.
      if (own === undefined || !own.isComplete || own.routes.some(mayAnswerTheInternet)) continue;
      report(
        [...path, "elasticIp"],
        `instance "${name}" has an Elastic IP, but tier "${tierName}" has no IPv4 route by which answers leave`,
        "place it in a tier with internet: public",
      );
    }
  },
};

/** An inspection appliance, or what lies behind a gateway of another kind, may hand the answers on. */
function mayAnswerTheInternet({ destination, target }: Route): boolean {
  return destination.prefix.family === "ipv4" && target.kind !== "nat-gateway";
}
