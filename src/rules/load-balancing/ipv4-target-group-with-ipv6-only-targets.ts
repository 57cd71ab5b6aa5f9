import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import { targetHostsOf } from "../../model/load-balancing/target-lookup.ts";
import { ipv6OnlyTier } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** IPv4 targets have IPv4 addresses. */
export const ipv4TargetGroupWithIpv6OnlyTargets: Rule<"ipv4-target-group-with-ipv6-only-targets"> = {
  id: "ipv4-target-group-with-ipv6-only-targets",
  severity: "error",
  title: "No target of an IPv4 target group stands in an IPv6-only tier.",
  why: "A target group sends in one family, by default IPv4. Hosts in an IPv6-only tier have no IPv4 address at which the load balancer could reach them.",
  sources: [loadBalancingFacts.targetGroupHasOneFamily],
  check(network, report) {
    for (const group of network.targetGroups.filter(({ ipAddressType }) => ipAddressType === "ipv4")) {
      for (const { what, path, tiers } of targetHostsOf(network, group)) {
        const tier = ipv6OnlyTier(tiers);
        if (tier === null) continue;
        report(
          path,
          `target group "${group.name}" is IPv4, but ${what} stands in IPv6-only tier "${tier.name}"`,
          "write ipAddressType: ipv6 for the target group",
        );
      }
    }
  },
};
