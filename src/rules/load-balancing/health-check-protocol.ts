import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import type { Rule } from "../rule.ts";

/** HTTP targets are asked in HTTP. */
export const healthCheckProtocol: Rule<"health-check-protocol"> = {
  id: "health-check-protocol",
  severity: "error",
  title: "The health check of a target group for HTTP or HTTPS speaks HTTP or HTTPS.",
  why: "An application load balancer asks its targets in HTTP or HTTPS. TCP health checks are for the target groups of network load balancers, and the AWS provider refuses one in a plan for any other.",
  sources: [loadBalancingFacts.healthCheckProtocols],
  check({ targetGroups }, report) {
    for (const { name, path, protocol, healthCheck } of targetGroups) {
      if (!protocol.startsWith("HTTP") || healthCheck.protocol !== "TCP") continue;
      report(
        [...path, "healthCheck", "protocol"],
        `target group "${name}" speaks ${protocol}, but its health check is TCP`,
        `write protocol: ${protocol}, or leave it out`,
      );
    }
  },
};
