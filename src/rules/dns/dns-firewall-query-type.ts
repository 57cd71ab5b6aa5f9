import { dnsFacts } from "../../aws/facts/dns.ts";
import type { Rule } from "../rule.ts";

/** The types that the DNS Firewall knows by name. */
const NAMED = ["A", "AAAA", "CAA", "CNAME", "DS", "MX", "NAPTR", "NS", "PTR", "SOA", "SPF", "SRV", "TXT"];
const HIGHEST_NUMBER = 65534;

/** A rule asks for a type that the firewall knows. */
export const dnsFirewallQueryType: Rule<"dns-firewall-query-type"> = {
  id: "dns-firewall-query-type",
  severity: "error",
  title: "The query type of a DNS Firewall rule is one of AWS's names, or a number.",
  why: "The DNS Firewall knows thirteen types by their names, and all others by their numbers, from TYPE1 to TYPE65534: HTTPS is TYPE65. Route 53 Resolver refuses the rest, and Terraform's plan does not know.",
  sources: [dnsFacts.dnsFirewallQueryTypes],
  check({ route53: { dnsFirewall } }, report) {
    for (const { path, qType } of dnsFirewall?.ruleGroups.flatMap(({ rules }) => rules) ?? []) {
      if (qType === null || NAMED.includes(qType)) continue;
      const [, number] = /^TYPE(\d+)$/.exec(qType) ?? [];
      if (number !== undefined && Number(number) <= HIGHEST_NUMBER) continue;
      report(
        [...path, "qType"],
        `the DNS Firewall knows no query type ${qType}`,
        number === undefined
          ? `write ${NAMED.join(", ")}, or the type's number, such as TYPE65 for HTTPS`
          : `write a number up to TYPE${HIGHEST_NUMBER}`,
      );
    }
  },
};
