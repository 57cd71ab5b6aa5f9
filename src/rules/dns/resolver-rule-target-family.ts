import { dnsFacts } from "../../aws/facts/dns.ts";
import { familyName } from "../../base/family-name.ts";
import { familiesOfEndpoint, forwardingRules } from "../../model/dns/forwarding-rules.ts";
import type { Rule } from "../rule.ts";

/** Queries go to servers of one family, which the endpoint has. */
export const resolverRuleTargetFamily: Rule<"resolver-rule-target-family"> = {
  id: "resolver-rule-target-family",
  severity: "error",
  title: "The servers of a Resolver rule are of one family, which its endpoint has.",
  why: "A query leaves from an address of the endpoint, so that one of type IPV4 asks no server by IPv6. And Route 53 Resolver takes servers of one family in one rule. Terraform's plan knows neither.",
  sources: [dnsFacts.resolverRuleOneFamily],
  check(network, report) {
    for (const { endpoint, targets } of forwardingRules(network)) {
      const [first] = targets;
      for (const { path, family, address } of targets) {
        const at = [...path, "address"];
        if (!familiesOfEndpoint(endpoint).includes(family)) {
          const type = endpoint.resolverEndpointType;
          const message = `Resolver endpoint "${endpoint.name}" is of type ${type}, and asks no server by ${familyName(family)}`;
          report(at, message, "name servers of its family, or write resolverEndpointType: DUALSTACK");
        } else if (first !== undefined && family !== first.family) {
          const message = `${address} is ${familyName(family)}, and "${first.name}" of the same rule ${familyName(first.family)}`;
          report(at, message, "name servers of one family: a dual-stack server needs one of its addresses");
        }
      }
    }
  },
};
