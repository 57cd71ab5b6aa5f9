import { ecsFacts } from "../../aws/facts/ecs.ts";
import { placedServices } from "../../model/ecs/ecs-lookup.ts";
import type { Rule } from "../rule.ts";

/** Tasks are targets by their own addresses. */
export const ecsTargetGroupType: Rule<"ecs-target-group-type"> = {
  id: "ecs-target-group-type",
  severity: "warning",
  title: "A target group names the ECS service, not the hosts its tasks run on.",
  why: "Each task has a network interface of its own (network mode awsvpc) and registers by address, in a target group of type ip. Registered by instance, the load balancer calls the host, on which no task listens: health checks fail and the hosts are replaced again and again.",
  sources: [ecsFacts.awsvpcTargetsAreAddresses],
  check(network, report) {
    for (const { service, hosts } of placedServices(network)) {
      if (hosts === null) continue;
      for (const { name, path, targets } of network.targetGroups) {
        if (!targets.autoScalingGroups.includes(hosts.name)) continue;
        report(
          [...path, "targets", "autoScalingGroups"],
          `target group "${name}" sends to the hosts of auto scaling group "${hosts.name}", not to the tasks of service "${service.name}" on them`,
          `write targets: { ecsService: { service: ${service.name}, … } }`,
        );
      }
    }
  },
};
