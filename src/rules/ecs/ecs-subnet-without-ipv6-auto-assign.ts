import { ecsFacts } from "../../aws/facts/ecs.ts";
import { placedServices } from "../../model/ecs/ecs-lookup.ts";
import { tiersWithIpv6 } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** Tasks get their IPv6 address from the subnet's setting. */
export const ecsSubnetWithoutIpv6AutoAssign: Rule<"ecs-subnet-without-ipv6-auto-assign"> = {
  id: "ecs-subnet-without-ipv6-auto-assign",
  severity: "warning",
  title: "Subnets of ECS tasks assign IPv6 addresses on creation.",
  why: "Nobody can ask for an IPv6 address for a task: its network interface gets one when the subnet assigns them on creation. Where the blueprint switches that off, tasks have IPv4 alone, and an IPv6 target group finds nothing to send to.",
  sources: [ecsFacts.ecsTasksNeedAutoAssign],
  check(network, report) {
    for (const { service, tiers } of placedServices(network)) {
      for (const tier of tiersWithIpv6(tiers)) {
        if (tier.assignIpv6AddressOnCreation) continue;
        report(
          [...tier.path, "assignIpv6AddressOnCreation"],
          `tasks of service "${service.name}" get no IPv6 address in tier "${tier.name}"`,
          "write assignIpv6AddressOnCreation: true, or leave it out",
        );
      }
    }
  },
};
