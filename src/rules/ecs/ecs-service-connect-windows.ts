import { serviceConnectFacts } from "../../aws/facts/service-connect.ts";
import { atKey } from "../../base/diagnostic.ts";
import { connectedServices } from "../../model/ecs/service-connect-lookup.ts";
import type { Rule } from "../rule.ts";

/** The proxy is a Linux container. */
export const ecsServiceConnectWindows: Rule<"ecs-service-connect-windows"> = {
  id: "ecs-service-connect-windows",
  severity: "error",
  title: "Services with Service Connect run Linux tasks.",
  why: "ECS adds its proxy to Linux tasks only: a service of Windows tasks with Service Connect is not supported.",
  sources: [serviceConnectFacts.serviceConnectIsLinuxOnly],
  check(network, report) {
    for (const { task, connect } of connectedServices(network)) {
      if (task.operatingSystemFamily === "LINUX") continue;
      report(
        atKey(connect.path),
        `task definition "${task.name}" is for ${task.operatingSystemFamily}, which Service Connect does not support`,
        "take serviceConnect out, and let a load balancer stand between",
      );
    }
  },
};
