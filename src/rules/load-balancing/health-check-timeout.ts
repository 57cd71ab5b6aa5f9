import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import type { Rule } from "../rule.ts";

/** An answer is waited for until the next question at most. */
export const healthCheckTimeout: Rule<"health-check-timeout"> = {
  id: "health-check-timeout",
  severity: "error",
  title: "The timeout of a target group for HTTP or HTTPS is shorter than its interval.",
  why: "Elastic Load Balancing refuses a target group of an application load balancer whose health check waits as long as, or longer than, the time until the next one. The provider does not look at the two together.",
  sources: [loadBalancingFacts.healthCheckTimeoutBelowInterval],
  check({ targetGroups }, report) {
    for (const { name, path, protocol, healthCheck } of targetGroups) {
      const { interval, timeout } = healthCheck;
      if (!protocol.startsWith("HTTP") || timeout < interval) continue;
      report(
        [...path, "healthCheck"],
        `target group "${name}" waits ${timeout} seconds for an answer, and asks every ${interval} seconds`,
        `write timeout: ${interval - 1} or less, or a longer interval`,
      );
    }
  },
};
