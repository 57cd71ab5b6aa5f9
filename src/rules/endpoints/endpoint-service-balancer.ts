import { vpcEndpointFacts } from "../../aws/facts/vpc-endpoints.ts";
import { atValue } from "../../base/diagnostic.ts";
import type { Rule } from "../rule.ts";

/** Network load balancers stand behind endpoint services. */
export const endpointServiceBalancer: Rule<"endpoint-service-balancer"> = {
  id: "endpoint-service-balancer",
  severity: "error",
  title: "An endpoint service stands in front of network load balancers, or of Gateway Load Balancers.",
  why: "An endpoint service hands connections to network load balancers, and EC2 takes no application load balancer for one. An application load balancer can be the target of a network one. A service for Gateway Load Balancer endpoints stands in front of Gateway Load Balancers, and of no others.",
  sources: [vpcEndpointFacts.endpointServiceBalancers],
  check({ vpcEndpointServices, loadBalancers, gatewayLoadBalancers }, report) {
    for (const { name, path, loadBalancers: own } of vpcEndpointServices) {
      const other = loadBalancers.find((one) => own.includes(one.name) && one.type !== "network");
      if (other === undefined) continue;
      report(
        atValue([...path, "loadBalancers"]),
        `endpoint service "${name}" stands in front of load balancer "${other.name}", which is of type ${other.type}`,
        "name load balancers of type network",
      );
    }
    for (const { name, path, loadBalancers: own } of vpcEndpointServices) {
      const gateways = gatewayLoadBalancers.filter((one) => own.includes(one.name));
      if (gateways.length === 0 || gateways.length === own.length) continue;
      report(
        atValue([...path, "loadBalancers"]),
        `endpoint service "${name}" stands in front of Gateway Load Balancer "${gateways[0]?.name}" and of others`,
        "name load balancers of one kind",
      );
    }
  },
};
