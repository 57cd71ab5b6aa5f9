import { reachabilityFacts } from "../../aws/facts/reachability.ts";
import { routingFacts } from "../../aws/facts/routing.ts";
import { oneSidedRoutes } from "../../reach/findings/one-sided-routes.ts";
import { ROUTE_RULES, reportFindings } from "../report-findings.ts";
import type { Rule } from "../rule.ts";

/** What keeps state sees both halves. */
export const pathAsymmetric: Rule<"path-asymmetric"> = {
  id: "path-asymmetric",
  severity: "warning",
  title: "What one tier sends to another by an appliance is answered by the same appliance.",
  why: "A route for a subnet's block to an appliance holds for the tier that has it. Without one in the other tier, the answers take the local route past the appliance. A firewall that keeps state has then seen half of the conversation, and drops the rest of it. Routers that keep no state let it pass: accept the finding then.",
  sources: [reachabilityFacts.statefulOnTheWayBack, routingFacts.localRouteOfTheVpc],
  yieldsTo: ROUTE_RULES,
  check(network, report) {
    reportFindings(network, oneSidedRoutes, report);
  },
};
