import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import { atKey } from "../../base/diagnostic.ts";
import { tiersAtInternetGateway } from "../../model/ecs/ecs-lookup.ts";
import { loginsOf } from "../../model/load-balancing/logins-of.ts";
import { tiersWithoutIpv4 } from "../../model/routing/ipv4-reach.ts";
import type { Rule } from "../rule.ts";

/** Identity providers are asked over IPv4. */
export const listenerAuthenticationWithoutIpv4: Rule<"listener-authentication-without-ipv4"> = {
  id: "listener-authentication-without-ipv4",
  severity: "warning",
  title: "A load balancer that logs users in has a way to the identity provider over IPv4.",
  why: "The load balancer itself asks the identity provider's endpoints, or Cognito's, and does so over IPv4 alone, whatever its own address type. Internet-facing ones use their public IPv4 addresses, which dualstack-without-public-ipv4 takes away; internal ones, and those without, need a NAT gateway. Users get HTTP 500 otherwise. An identity provider inside the VPC needs neither.",
  sources: [loadBalancingFacts.listenerAuthenticationIpv4],
  check(network, report) {
    const cutOff = tiersWithoutIpv4(network).map(({ name }) => name);
    const atGateway = tiersAtInternetGateway(network).map(({ name }) => name);
    for (const balancer of network.loadBalancers) {
      const hasPublicIpv4 = !balancer.internal && balancer.ipAddressType !== "dualstack-without-public-ipv4";
      const closed = hasPublicIpv4 ? cutOff : [...cutOff, ...atGateway];
      const tier = balancer.tiers.find((name) => closed.includes(name));
      const [login] = loginsOf(balancer);
      if (tier === undefined || login === undefined) continue;
      report(
        atKey(login.path),
        `load balancer "${balancer.name}" asks the identity provider over IPv4, but has no way out in tier "${tier}"`,
        balancer.internal || hasPublicIpv4
          ? `write natGateway in a private tier, and choose it in place of "${tier}"`
          : "write ipAddressType: dualstack",
      );
    }
  },
};
