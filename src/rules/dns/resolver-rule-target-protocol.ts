import { dnsFacts } from "../../aws/facts/dns.ts";
import { forwardingRules } from "../../model/dns/forwarding-rules.ts";
import type { Rule } from "../rule.ts";

/** Endpoint and server speak the same. */
export const resolverRuleTargetProtocol: Rule<"resolver-rule-target-protocol"> = {
  id: "resolver-rule-target-protocol",
  severity: "error",
  title: "A server of a Resolver rule is asked in a protocol of the endpoint.",
  why: "Route 53 Resolver refuses a server whose protocol the rule's endpoint does not have, and Terraform's plan does not know.",
  sources: [dnsFacts.resolverEndpointProtocols],
  check(network, report) {
    for (const { endpoint, targets } of forwardingRules(network)) {
      for (const { path, protocol } of targets) {
        if (endpoint.protocols.includes(protocol)) continue;
        const message = `Resolver endpoint "${endpoint.name}" speaks ${endpoint.protocols.join(" and ")}, not ${protocol}`;
        report([...path, "protocol"], message, `add ${protocol} to its protocols`);
      }
    }
  },
};
