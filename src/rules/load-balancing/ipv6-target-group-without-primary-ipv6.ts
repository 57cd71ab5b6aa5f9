import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import { targetHostsOf, tierWithoutIpv6Address } from "../../model/load-balancing/target-lookup.ts";
import type { Rule } from "../rule.ts";

/** A target is found by its primary IPv6 address. */
export const ipv6TargetGroupWithoutPrimaryIpv6: Rule<"ipv6-target-group-without-primary-ipv6"> = {
  id: "ipv6-target-group-without-primary-ipv6",
  severity: "error",
  title: "Hosts that an IPv6 target group registers by instance have a primary IPv6 address.",
  why: "A load balancer sends to the primary IPv6 address of an instance, and registering one without fails. Hextet asks for it by itself when an IPv6 target group names the host; here the blueprint says no.",
  sources: [loadBalancingFacts.ipv6TargetGroupNeedsPrimaryIpv6],
  check(network, report) {
    for (const group of network.targetGroups.filter(({ ipAddressType }) => ipAddressType === "ipv6")) {
      for (const target of targetHostsOf(network, group)) {
        const { host, by, what } = target;
        if (by !== "instance" || host.enablePrimaryIpv6 || tierWithoutIpv6Address(target) !== null) continue;
        report(
          [...host.path, "enablePrimaryIpv6"],
          `${what} has no primary IPv6 address, but IPv6 target group "${group.name}" registers it by instance`,
          "write enablePrimaryIpv6: true, or leave it out",
        );
      }
    }
  },
};
