import { vpcEndpointFacts } from "../../aws/facts/vpc-endpoints.ts";
import { atValue } from "../../base/diagnostic.ts";
import type { Rule } from "../rule.ts";

/** Network load balancers stand behind endpoint services. */
export const endpointServiceBalancer: Rule<"endpoint-service-balancer"> = {
  id: "endpoint-service-balancer",
  severity: "error",
  title: "An endpoint service stands in front of network load balancers, each of them in one service.",
  why: "AWS PrivateLink hands connections to network load balancers, and refuses an application load balancer and one that is behind another service already. An application load balancer can be the target of a network one.",
  sources: [vpcEndpointFacts.endpointServiceBalancers],
  check({ vpcEndpointServices: services, loadBalancers }, report) {
    const networks = loadBalancers.filter(({ type }) => type === "network").map(({ name }) => name);
    for (const [index, { name, path, loadBalancers: own }] of services.entries()) {
      const at = atValue([...path, "loadBalancers"]);
      const other = own.find((one) => !networks.includes(one));
      if (other !== undefined)
        report(at, `load balancer "${other}" of endpoint service "${name}" is no network one`, "take type: network");
      const before = services.slice(0, index).find((one) => one.loadBalancers.some((lb) => own.includes(lb)));
      if (before !== undefined)
        report(
          at,
          `a load balancer of endpoint service "${name}" is behind "${before.name}" already`,
          "write a load balancer for each endpoint service",
        );
    }
  },
};
