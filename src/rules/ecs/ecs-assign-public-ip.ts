import { computeFacts } from "../../aws/facts/compute.ts";
import { ecsFacts } from "../../aws/facts/ecs.ts";
import { placedServices } from "../../model/ecs/ecs-lookup.ts";
import type { Rule } from "../rule.ts";

/** Public IPv4 addresses are for Fargate tasks in subnets with IPv4. */
export const ecsAssignPublicIp: Rule<"ecs-assign-public-ip"> = {
  id: "ecs-assign-public-ip",
  severity: "error",
  title: "Only Fargate tasks in tiers with IPv4 ask for a public IPv4 address.",
  why: "A public address here is an IPv4 address. An IPv6-only subnet has no IPv4 address to give, and ECS gives none to tasks on EC2: it refuses to make such a service. A task's IPv6 address is public as it is; routes and security groups decide who reaches it.",
  sources: [ecsFacts.ecsTasksHaveNoPublicIpv4OnEc2, computeFacts.associatePublicIpIsIpv4],
  check(network, report) {
    for (const { service, ipv6OnlyTier } of placedServices(network)) {
      if (!service.assignPublicIp) continue;
      const onEc2 = service.capacity.kind === "ec2" ? "runs on EC2" : null;
      const reason = ipv6OnlyTier === null ? onEc2 : `stands in IPv6-only tier "${ipv6OnlyTier.name}"`;
      if (reason === null) continue;
      report(
        [...service.path, "assignPublicIp"],
        `service "${service.name}" asks for public IPv4 addresses, but ${reason}`,
        "remove assignPublicIp",
      );
    }
  },
};
