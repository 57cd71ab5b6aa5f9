import { vpcEndpointFacts } from "../../aws/facts/vpc-endpoints.ts";
import { atValue } from "../../base/diagnostic.ts";
import type { Rule } from "../rule.ts";

/** Network load balancers stand behind endpoint services. */
export const endpointServiceBalancer: Rule<"endpoint-service-balancer"> = {
  id: "endpoint-service-balancer",
  severity: "error",
  title: "An endpoint service stands in front of network load balancers.",
  why: "An endpoint service hands connections to network load balancers, and EC2 takes no application load balancer for one. An application load balancer can be the target of a network one.",
  sources: [vpcEndpointFacts.endpointServiceBalancers],
  check({ vpcEndpointServices, loadBalancers }, report) {
    for (const { name, path, loadBalancers: own } of vpcEndpointServices) {
      const other = loadBalancers.find((one) => own.includes(one.name) && one.type !== "network");
      if (other === undefined) continue;
      report(
        atValue([...path, "loadBalancers"]),
        `endpoint service "${name}" stands in front of load balancer "${other.name}", which is of type ${other.type}`,
        "name load balancers of type network",
      );
    }
  },
};
