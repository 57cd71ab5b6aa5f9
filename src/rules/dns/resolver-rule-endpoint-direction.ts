import { dnsFacts } from "../../aws/facts/dns.ts";
import { forwardingRules } from "../../model/dns/forwarding-rules.ts";
import type { Rule } from "../rule.ts";

/** Queries leave by an outbound endpoint. */
export const resolverRuleEndpointDirection: Rule<"resolver-rule-endpoint-direction"> = {
  id: "resolver-rule-endpoint-direction",
  severity: "error",
  title: "A rule forwards queries by an outbound endpoint.",
  why: "An inbound endpoint takes queries of other networks, and sends none. Route 53 Resolver refuses it in a rule.",
  sources: [dnsFacts.resolverRuleByOutboundEndpoint],
  check(network, report) {
    for (const { rule, endpoint } of forwardingRules(network)) {
      if (endpoint.direction === "OUTBOUND") continue;
      report(
        [...rule.path, "ruleType", "forward", "resolverEndpoint"],
        `Resolver endpoint "${endpoint.name}" is INBOUND, and forwards nothing`,
        "name an endpoint with direction: OUTBOUND",
      );
    }
  },
};
