import { computeFacts } from "../../aws/facts/compute.ts";
import { tierOf } from "../../model/lookup.ts";
import { routesByTier } from "../../model/routing/route-lookup.ts";
import { hasFamily } from "../../model/types/subnets.ts";
import type { Rule } from "../rule.ts";

/** An Elastic IP is IPv4 at the internet gateway. */
export const elasticIpInWrongTier: Rule<"elastic-ip-in-wrong-tier"> = {
  id: "elastic-ip-in-wrong-tier",
  severity: "error",
  title: "A host with an Elastic IP stands in a tier with IPv4 and an IPv4 route to the internet gateway.",
  why: "An Elastic IP is a public IPv4 address that the internet gateway translates to the host's private one. In an IPv6-only tier there is no private one, and AWS refuses the association. Without a route to the internet gateway the address is paid for, but no packet finds its way. There is no Elastic IP of IPv6, and none is needed: IPv6 addresses stay with their host.",
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
      const routes = routesByTier(network).find((one) => one.tier.name === tierName)?.routes ?? [];
      const isReached = routes.some(
        ({ destination, target }) =>
          destination.prefix.family === "ipv4" && target.kind === "internet-gateway",
      );
      if (isReached) continue;
      report(
        [...path, "elasticIp"],
        `instance "${name}" has an Elastic IP, but tier "${tierName}" has no IPv4 route to the internet gateway`,
        "place it in a tier with internet: public",
      );
    }
  },
};
