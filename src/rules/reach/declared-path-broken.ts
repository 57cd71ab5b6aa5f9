import { filteringFacts } from "../../aws/facts/filtering.ts";
import { routingFacts } from "../../aws/facts/routing.ts";
import { brokenPaths } from "../../reach/broken/broken-paths.ts";
import { describeBroken, groupBroken } from "../../reach/broken/describe-broken.ts";
import type { Rule } from "../rule.ts";

/** What is declared is meant to work. */
export const declaredPathBroken: Rule<"declared-path-broken"> = {
  id: "declared-path-broken",
  severity: "warning",
  title:
    "Packets arrive where the blueprint means them to: from clients to targets, from hosts to what they need.",
  why: "A load balancer is there for its clients and its targets, a rule that names a group for that group's members, a tier's NAT64 for its hosts. Each of these connections is followed packet by packet: names, addresses, security groups, network ACLs, routes, gateways, the listener, and the way back. This one is dropped, and nothing refuses it: it hangs until it times out. `hextet reach` with `--trace` shows every hop.",
  sources: [
    filteringFacts.networkAclIsStateless,
    filteringFacts.securityGroupDefaultEgressRevoked,
    routingFacts.nat64MustPassFilters,
  ],
  yieldsTo: [
    "internet-gateways-both-in-one-table",
    "ipv6-route-to-nat-gateway",
    "network-acl-ipv4-without-ipv6-twin",
    "network-acl-return-traffic-missing",
    "security-group-ipv4-without-ipv6-twin",
    "security-group-no-egress",
  ],
  check(network, report) {
    for (const group of groupBroken(brokenPaths(network))) {
      const { path, message, hint } = describeBroken(group);
      report(path, message, hint);
    }
  },
};
