import { filteringFacts } from "../../aws/facts/filtering.ts";
import { routingFacts } from "../../aws/facts/routing.ts";
import { shadowed } from "../../reach/findings/shadowed.ts";
import { ROUTE_RULES, reportFindings } from "../report-findings.ts";
import type { Rule } from "../rule.ts";

/** What is written does something. */
export const routeOrEntryShadowed: Rule<"route-or-entry-shadowed"> = {
  id: "route-or-entry-shadowed",
  severity: "warning",
  title: "Entries of network ACLs, and routes, are met by packets: those before them leave some over.",
  why: "The first entry that matches decides, by number, and the most specific route is taken. A deny behind an allow of the same packets denies nothing, and a reader believes that it does. Entries of lower numbers together may match all of it. Nothing is said where those before it do the same: then it is superfluous, and `hextet reach` notes it.",
  sources: [filteringFacts.networkAclRuleNumbers, routingFacts.mostSpecificRouteWins],
  yieldsTo: [
    ...ROUTE_RULES,
    "network-acl-return-traffic-missing",
    "network-acl-rule-number-too-high",
    "network-acl-rule-number-twice",
    "path-asymmetric",
    "route-black-hole",
  ],
  check(network, report) {
    reportFindings(network, shadowed, report);
  },
};
