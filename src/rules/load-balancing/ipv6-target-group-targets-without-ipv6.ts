import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import { targetHostsOf, tierWithoutIpv6Address } from "../../model/load-balancing/target-lookup.ts";
import type { Rule } from "../rule.ts";

/** IPv6 targets have IPv6 addresses. */
export const ipv6TargetGroupTargetsWithoutIpv6: Rule<"ipv6-target-group-targets-without-ipv6"> = {
  id: "ipv6-target-group-targets-without-ipv6",
  severity: "error",
  title: "Every target of an IPv6 target group has an IPv6 address.",
  why: "A target group sends in one family. A host in an IPv4-only tier, or one that gets no IPv6 address in a dual-stack tier, cannot be registered in an IPv6 target group.",
  sources: [loadBalancingFacts.targetGroupHasOneFamily, loadBalancingFacts.ipv6TargetGroupNeedsPrimaryIpv6],
  check(network, report) {
    for (const group of network.targetGroups.filter(({ ipAddressType }) => ipAddressType === "ipv6")) {
      for (const target of targetHostsOf(network, group)) {
        const tier = tierWithoutIpv6Address(target);
        if (tier === null) continue;
        const isIpv4Only = tier.addressing === "ipv4-only";
        report(
          target.path,
          `target group "${group.name}" is IPv6, but ${target.what} gets no IPv6 address in ${tier.addressing} tier "${tier.name}"`,
          isIpv4Only
            ? "write ipAddressType: ipv4 for the target group"
            : "write ipv6AddressCount: 1 for the host",
        );
      }
    }
  },
};
