import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import { GENEVE_PORT } from "../../aws/load-balancing.ts";
import type { Network } from "../../model/types/network.ts";
import type { Report, Rule } from "../rule.ts";

/** Appliances are spoken to in GENEVE, over IPv4. */
export const gatewayLoadBalancerTargetGroup: Rule<"gateway-load-balancer-target-group"> = {
  id: "gateway-load-balancer-target-group",
  severity: "error",
  title:
    "A Gateway Load Balancer, and no other, forwards to a target group with protocol GENEVE, port 6081 and IPv4.",
  why: "A Gateway Load Balancer puts each packet, be it IPv4 or IPv6, into a GENEVE packet of IPv4 to port 6081 of the appliance. Elastic Load Balancing refuses a target group with another protocol or port behind it, and one with GENEVE behind another load balancer.",
  sources: [loadBalancingFacts.geneveTargetGroup, loadBalancingFacts.geneveOverIpv4],
  check(network, report) {
    for (const { name, path, targetGroup } of network.gatewayLoadBalancers) {
      const group = network.targetGroups.find((one) => one.name === targetGroup);
      if (group === undefined || group.protocol === "GENEVE") continue;
      report(
        [...path, "targetGroup"],
        `Gateway Load Balancer "${name}" cannot forward to target group "${group.name}", which speaks ${group.protocol}`,
        `write protocol: GENEVE and port: ${GENEVE_PORT} in targetGroups.${group.name}`,
      );
    }
    checkGroups(network, report);
  },
};

function checkGroups({ targetGroups }: Network, report: Report): void {
  for (const { name, path, protocol, port, ipAddressType } of targetGroups) {
    if (protocol !== "GENEVE") continue;
    if (port !== GENEVE_PORT)
      report(
        [...path, "port"],
        `target group "${name}" speaks GENEVE, which has port ${GENEVE_PORT}`,
        `write port: ${GENEVE_PORT}`,
      );
    if (ipAddressType !== "ipv4")
      report(
        [...path, "ipAddressType"],
        `target group "${name}" speaks GENEVE, which comes over IPv4`,
        "leave ipAddressType out: packets of both families are inside",
      );
  }
}
