import { reachabilityFacts } from "../../aws/facts/reachability.ts";
import { routingFacts } from "../../aws/facts/routing.ts";
import { unusedRules } from "../../reach/findings/unused-rules.ts";
import { reportFindings } from "../report-findings.ts";
import type { Rule } from "../rule.ts";

/** A rule that nothing meets was meant for something. */
export const ruleUnused: Rule<"rule-unused"> = {
  id: "rule-unused",
  severity: "warning",
  title:
    "Packets can meet each rule of a security group: some member has the family, and somebody calls from there.",
  why: "A rule for IPv6 alone lets nobody in where all that has the group speaks IPv4, and the other way round: what it was written for does not work. Nobody calls from 64:ff9b::/96: a packet that NAT64 has translated comes from the NAT gateway's IPv4 address. Rules for both families are left alone, and so are groups of which no member is known: others may give them to things of their own.",
  sources: [reachabilityFacts.securityGroupsUnite, routingFacts.nat64TranslatesSource],
  yieldsTo: ["declared-path-broken", "security-group-icmp-family"],
  check(network, report) {
    reportFindings(network, unusedRules, report);
  },
};
