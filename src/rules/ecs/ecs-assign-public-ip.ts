import { ecsFacts } from "../../aws/facts/ecs.ts";
import { placedServices } from "../../model/ecs/ecs-lookup.ts";
import type { Rule } from "../rule.ts";

/** Public IPv4 addresses are for Fargate tasks. */
export const ecsAssignPublicIp: Rule<"ecs-assign-public-ip"> = {
  id: "ecs-assign-public-ip",
  severity: "error",
  title: "Only Fargate tasks ask for a public IPv4 address.",
  why: "A public address here is an IPv4 address. ECS gives none to tasks on EC2: it refuses to make such a service. A task's IPv6 address is public as it is; routes and security groups decide who reaches it.",
  sources: [ecsFacts.ecsTasksHaveNoPublicIpv4OnEc2],
  check(network, report) {
    for (const { service } of placedServices(network)) {
      if (!service.assignPublicIp || service.capacity.kind !== "ec2") continue;
      report(
        [...service.path, "assignPublicIp"],
        `service "${service.name}" asks for public IPv4 addresses, but runs on EC2`,
        "remove assignPublicIp",
      );
    }
  },
};
