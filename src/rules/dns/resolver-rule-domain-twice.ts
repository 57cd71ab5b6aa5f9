import { dnsFacts } from "../../aws/facts/dns.ts";
import type { ResolverRule } from "../../model/types/resolver.ts";
import type { Rule } from "../rule.ts";

/** One rule decides about a domain. */
export const resolverRuleDomainTwice: Rule<"resolver-rule-domain-twice"> = {
  id: "resolver-rule-domain-twice",
  severity: "error",
  title: "The Resolver rules that hold in a VPC are for different domains.",
  why: "Of two rules for one domain none would be the more specific. Route 53 Resolver refuses to associate the second with the VPC (RSLVR-00802), after the first has been made; Terraform's plan does not know. Letters of either case are the same in a domain, and its last dot says nothing.",
  sources: [dnsFacts.resolverRuleOneForEachDomain],
  check({ route53: { resolverRules } }, report) {
    const seen = new Map<string, ResolverRule>();
    for (const rule of resolverRules.filter(({ isAssociated }) => isAssociated)) {
      const domain = rule.domainName.toLowerCase().replace(/\.$/, "");
      const first = seen.get(domain);
      if (first === undefined) seen.set(domain, rule);
      else
        report(
          [...rule.path, "domainName"],
          `domain "${rule.domainName}" is that of Resolver rule "${first.name}" already`,
          "write one rule with the targets of both, or associateVpc: false at the one that other VPCs use",
        );
    }
  },
};
