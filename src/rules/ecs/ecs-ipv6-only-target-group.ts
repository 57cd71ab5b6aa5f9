import { ecsFacts } from "../../aws/facts/ecs.ts";
import { ipv6OnlyServices } from "../../model/ecs/ecs-lookup.ts";
import type { Rule } from "../rule.ts";

/** IPv6-only tasks are targets of IPv6 target groups. */
export const ecsIpv6OnlyTargetGroup: Rule<"ecs-ipv6-only-target-group"> = {
  id: "ecs-ipv6-only-target-group",
  severity: "error",
  title: "Services in IPv6-only tiers register with IPv6 target groups.",
  why: "A target group sends in one family, by default IPv4. IPv6-only tasks have no IPv4 address to register. An IPv6 target group needs a dualstack load balancer. Changing the family replaces the target group.",
  sources: [ecsFacts.ecsIpv6OnlyTargetGroup],
  check(network, report) {
    for (const { service, ipv6OnlyTier } of ipv6OnlyServices(network)) {
      for (const { targetGroup, path } of service.loadBalancers) {
        const group = network.targetGroups.find(({ name }) => name === targetGroup);
        if (group?.ipAddressType !== "ipv4") continue;
        report(
          [...path, "service"],
          `target group "${targetGroup}" is IPv4, but service "${service.name}" stands in IPv6-only tier "${ipv6OnlyTier.name}"`,
          "write ipAddressType: ipv6 for the target group",
        );
      }
    }
  },
};
