import { ecsFacts } from "../../aws/facts/ecs.ts";
import { ipv6OnlyServices } from "../../model/ecs/ecs-lookup.ts";
import type { Rule } from "../rule.ts";

/** IPv6-only tasks are Linux tasks. */
export const ecsIpv6OnlyWindows: Rule<"ecs-ipv6-only-windows"> = {
  id: "ecs-ipv6-only-windows",
  severity: "error",
  title: "Tasks in IPv6-only tiers are Linux tasks.",
  why: "ECS has no IPv6-only mode for Windows containers. They need a tier with IPv4, which may be dual-stack.",
  sources: [ecsFacts.ecsIpv6OnlyIsLinuxOnly],
  check(network, report) {
    for (const { service, task, ipv6OnlyTier } of ipv6OnlyServices(network)) {
      if (task.operatingSystemFamily === "LINUX") continue;
      report(
        [...service.path, "subnets"],
        `task definition "${task.name}" is for ${task.operatingSystemFamily}, but tier "${ipv6OnlyTier.name}" is IPv6-only`,
        "choose a dual-stack tier",
      );
    }
  },
};
