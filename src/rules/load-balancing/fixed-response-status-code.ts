import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import { decisionsOf } from "../../model/load-balancing/decisions-of.ts";
import type { Rule } from "../rule.ts";

/** A load balancer says yes or no, and nothing between. */
export const fixedResponseStatusCode: Rule<"fixed-response-status-code"> = {
  id: "fixed-response-status-code",
  severity: "error",
  title: "A fixed response has a status of the kinds 2xx, 4xx or 5xx.",
  why: "Elastic Load Balancing and the AWS provider refuse other statuses in a fixed response. A redirect is an action of its own, since it needs a target.",
  sources: [loadBalancingFacts.fixedResponseStatusCodes],
  check({ loadBalancers }, report) {
    for (const { path, action } of loadBalancers.flatMap(decisionsOf)) {
      if (action.kind !== "fixed-response" || Math.trunc(action.statusCode / 100) !== 3) continue;
      report(
        [...path, "action", "fixedResponse", "statusCode"],
        `a load balancer cannot answer ${action.statusCode} by itself`,
        "write a status such as 200, 404 or 503, or action: { redirectToHttps: {} }",
      );
    }
  },
};
