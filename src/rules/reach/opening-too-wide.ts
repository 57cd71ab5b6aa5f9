import { filteringFacts } from "../../aws/facts/filtering.ts";
import { reachabilityFacts } from "../../aws/facts/reachability.ts";
import { wideOpenings } from "../../reach/findings/wide-openings.ts";
import { reportFindings } from "../report-findings.ts";
import type { Rule } from "../rule.ts";

/** A target of a balancer is for the balancer. */
export const openingTooWide: Rule<"opening-too-wide"> = {
  id: "opening-too-wide",
  severity: "warning",
  title:
    "A security group lets the whole internet in only where what is declared means the internet to come.",
  why: "What stands behind a load balancer, or is called by known clients alone, needs no rule for everybody: whoever finds a way past the balancer is let in, and with IPv6 a route or another tier is enough for a way. A rule for the callers' security group lets in all that is meant, in both families. Nothing is said of what has a public IPv4 address, and of callers without a security group.",
  sources: [filteringFacts.securityGroupOpenToWorld, reachabilityFacts.securityGroupsUnite],
  yieldsTo: ["security-group-open-to-world"],
  check(network, report) {
    reportFindings(network, wideOpenings, report);
  },
};
