import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import { protocols } from "../../aws/protocols.ts";
import { atKey } from "../../base/diagnostic.ts";
import { familiesOfPeer } from "../../model/filtering/security-group-lookup.ts";
import { sharesTraffic, trafficOf, trafficOfRule } from "../../model/filtering/traffic.ts";
import { loginsOf } from "../../model/load-balancing/logins-of.ts";
import type { SecurityGroupRule } from "../../model/types/filtering.ts";
import type { Network } from "../../model/types/network.ts";
import type { Rule } from "../rule.ts";

const HTTPS = trafficOf(protocols.tcp.number, { from: 443, to: 443 });

/** A load balancer that logs users in is a client too. */
export const listenerAuthenticationEgress: Rule<"listener-authentication-egress"> = {
  id: "listener-authentication-egress",
  severity: "warning",
  title: "The security groups of a load balancer that logs users in let it ask the identity provider.",
  why: "The load balancer asks the identity provider's endpoints, or Cognito's, by HTTPS over IPv4. Groups whose egress leads to the targets only keep it from that, and users get HTTP 500 after some seconds. An egress rule to IPv6 addresses is no help.",
  sources: [loadBalancingFacts.listenerAuthenticationEgress, loadBalancingFacts.listenerAuthenticationIpv4],
  check(network, report) {
    for (const balancer of network.loadBalancers) {
      const [login] = loginsOf(balancer);
      const groups = network.securityGroups.filter(({ name }) => balancer.securityGroups.includes(name));
      if (login === undefined || groups.length === 0) continue;
      if (groups.some(({ rules }) => rules.some((rule) => letsOut(network, rule)))) continue;
      report(
        atKey(login.path),
        `no security group of load balancer "${balancer.name}" lets it reach the identity provider by HTTPS over IPv4`,
        "add to the group: egress: { login: { protocol: tcp, ports: 443, to: { anywhere: {} } } }",
      );
    }
  },
};

/** An identity provider may be anywhere: whatever IPv4 addresses the rule leads to may be its. */
function letsOut(network: Network, rule: SecurityGroupRule): boolean {
  const isOut = rule.direction === "egress" && familiesOfPeer(network, rule.peer).includes("ipv4");
  return isOut && sharesTraffic(trafficOfRule(rule), HTTPS);
}
