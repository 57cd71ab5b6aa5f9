import { dnsFacts } from "../../aws/facts/dns.ts";
import { forwardingRules } from "../../model/dns/forwarding-rules.ts";
import { inboundAddresses } from "../../model/dns/inbound-addresses.ts";
import type { Rule } from "../rule.ts";

/** Queries do not come back to the resolver that forwards them. */
export const resolverRuleTargetOwnEndpoint: Rule<"resolver-rule-target-own-endpoint"> = {
  id: "resolver-rule-target-own-endpoint",
  severity: "error",
  title: "A Resolver rule that holds in a VPC forwards to no inbound endpoint of that VPC.",
  why: "Behind an inbound endpoint is the VPC's own resolver, which would forward the query by the same rule again, for ever. Route 53 Resolver refuses to associate such a rule with the VPC (RSLVR-00804); Terraform's plan does not know. For other VPCs such a rule is right.",
  sources: [dnsFacts.resolverRuleNotToOwnEndpoint],
  check(network, report) {
    const own = inboundAddresses(network);
    for (const { rule, targets } of forwardingRules(network)) {
      if (!rule.isAssociated) continue;
      for (const { path, address } of targets) {
        const endpoint = own.get(address);
        if (endpoint === undefined) continue;
        report(
          [...path, "address"],
          `${address} is inbound Resolver endpoint "${endpoint}" of this VPC: queries would go round in a circle`,
          "name a server of the other network, or write associateVpc: false if the rule is for other VPCs",
        );
      }
    }
  },
};
