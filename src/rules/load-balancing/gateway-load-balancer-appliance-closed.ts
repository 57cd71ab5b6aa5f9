import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import { reachabilityFacts } from "../../aws/facts/reachability.ts";
import { GENEVE_PORT } from "../../aws/load-balancing.ts";
import { atKey } from "../../base/diagnostic.ts";
import { closedAppliances } from "../../model/load-balancing/closed-appliances.ts";
import type { Rule } from "../rule.ts";

/** What a Gateway Load Balancer hands on comes in. */
export const gatewayLoadBalancerApplianceClosed: Rule<"gateway-load-balancer-appliance-closed"> = {
  id: "gateway-load-balancer-appliance-closed",
  severity: "warning",
  title: "The security groups of appliances let in the GENEVE of their Gateway Load Balancer.",
  why: "A Gateway Load Balancer hands each packet, be it IPv4 or IPv6, to an appliance over UDP at port 6081, from IPv4 addresses of its own subnets. It has no security group, so that a rule for one does not mean it, and a rule for IPv6 lets nothing of it in. Without a rule that fits, all that is to be inspected is dropped. Nothing is said of appliances in the VPC's default group, and of groups that are managed elsewhere.",
  sources: [
    loadBalancingFacts.geneveOverIpv4,
    loadBalancingFacts.geneveTargetGroup,
    loadBalancingFacts.gatewayLoadBalancerWithoutSecurityGroups,
    reachabilityFacts.securityGroupsUnite,
  ],
  check(network, report) {
    for (const balancer of network.gatewayLoadBalancers) {
      for (const { path } of closedAppliances(network, balancer)) {
        report(
          atKey([...path, "securityGroups"]),
          `the security groups of the appliance do not let in UDP ${GENEVE_PORT} of Gateway Load Balancer "${balancer.name}" over IPv4`,
          `add an ingress rule: { protocol: udp, ports: ${GENEVE_PORT}, from: { subnets: ${balancer.tier} } }`,
        );
      }
    }
  },
};
