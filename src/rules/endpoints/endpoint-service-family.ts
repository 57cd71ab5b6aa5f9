import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import { atValue } from "../../base/diagnostic.ts";
import type { Rule } from "../rule.ts";

/** A service speaks IPv6 when its load balancers do. */
export const endpointServiceFamily: Rule<"endpoint-service-family"> = {
  id: "endpoint-service-family",
  severity: "error",
  title: "An endpoint service that supports IPv6 has dualstack load balancers only.",
  why: "Endpoints hand IPv6 connections to any of the service's load balancers, so that EC2 refuses the address type ipv6 unless all of them are dualstack. Their targets may be IPv4. A target that reads the PROXY protocol has to understand IPv6 addresses in it.",
  sources: [loadBalancingFacts.privateLinkServiceDualStack],
  check({ vpcEndpointServices, loadBalancers, gatewayLoadBalancers }, report) {
    const all = [...loadBalancers, ...gatewayLoadBalancers];
    for (const { name, path, supportedIpAddressTypes, loadBalancers: own } of vpcEndpointServices) {
      if (!supportedIpAddressTypes.includes("ipv6")) continue;
      const ipv4 = all.find((one) => own.includes(one.name) && one.ipAddressType !== "dualstack");
      if (ipv4 === undefined) continue;
      report(
        atValue([...path, "supportedIpAddressTypes"]),
        `endpoint service "${name}" supports IPv6, but load balancer "${ipv4.name}" is ${ipv4.ipAddressType}`,
        "write ipAddressType: dualstack for the load balancer, or supportedIpAddressTypes: [ipv4]",
      );
    }
  },
};
