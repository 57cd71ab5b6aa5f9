import { dnsFacts } from "../../aws/facts/dns.ts";
import { routingFacts } from "../../aws/facts/routing.ts";
import { targetsWithoutWay } from "../../model/dns/targets-without-way.ts";
import type { Rule } from "../rule.ts";

/** Servers elsewhere have a route. */
export const resolverRuleTargetWithoutWay: Rule<"resolver-rule-target-without-way"> = {
  id: "resolver-rule-target-without-way",
  severity: "warning",
  title: "Queries that a rule forwards have a way to the servers.",
  why: "The endpoint's subnets have route tables of one's own: a server of another network needs a route there, to a transit gateway, a peering connection or a VPN. By an internet gateway an endpoint reaches no server over IPv6, unless a switch is set that the AWS provider does not have. Without a way every name of the domain times out.",
  sources: [routingFacts.mostSpecificRouteWins, dnsFacts.resolverIpv6InternetDenied],
  check(network, report) {
    for (const { target, tier, why } of targetsWithoutWay(network)) {
      const message =
        why === "no-route"
          ? `tier "${tier}" of the endpoint has no route to ${target.address}`
          : `tier "${tier}" of the endpoint leads to ${target.address} by the internet, which is closed to it over IPv6`;
      report([...target.path, "address"], message, `add a route to network.routes.${tier}`);
    }
  },
};
