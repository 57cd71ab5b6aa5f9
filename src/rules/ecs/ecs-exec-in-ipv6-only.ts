import { ecsFacts } from "../../aws/facts/ecs.ts";
import { ipv6OnlyServices } from "../../model/ecs/ecs-lookup.ts";
import type { Rule } from "../rule.ts";

/** ECS Exec needs IPv4. */
export const ecsExecInIpv6Only: Rule<"ecs-exec-in-ipv6-only"> = {
  id: "ecs-exec-in-ipv6-only",
  severity: "warning",
  title: "Services in IPv6-only tiers have no ECS Exec.",
  why: "ECS Exec is not supported in the IPv6-only mode: sessions cannot be opened, while the service itself runs. Look at the logs, or debug a copy of the service in a dual-stack tier.",
  sources: [ecsFacts.ecsIpv6OnlyWithoutExec],
  check(network, report) {
    for (const { service, ipv6OnlyTier } of ipv6OnlyServices(network)) {
      if (!service.enableExecuteCommand) continue;
      report(
        [...service.path, "enableExecuteCommand"],
        `service "${service.name}" has ECS Exec in IPv6-only tier "${ipv6OnlyTier.name}"`,
        "remove enableExecuteCommand",
      );
    }
  },
};
