import { vpcEndpointFacts } from "../../aws/facts/vpc-endpoints.ts";
import { atValue } from "../../base/diagnostic.ts";
import type { Rule } from "../rule.ts";

/** A load balancer is behind one service. */
export const endpointServiceBalancerTwice: Rule<"endpoint-service-balancer-twice"> = {
  id: "endpoint-service-balancer-twice",
  severity: "error",
  title: "A load balancer stands behind one endpoint service.",
  why: "EC2 refuses an endpoint service for a network load balancer that another one has already; one service can have several load balancers.",
  sources: [vpcEndpointFacts.endpointServiceBalancers],
  check({ vpcEndpointServices }, report) {
    const taken = new Map<string, string>();
    for (const { name, path, loadBalancers } of vpcEndpointServices) {
      const twice = loadBalancers.find((one) => taken.has(one));
      if (twice !== undefined)
        report(
          atValue([...path, "loadBalancers"]),
          `load balancer "${twice}" stands behind endpoint service "${taken.get(twice)}" already`,
          "let consumers of both use one service, or give each a load balancer of its own",
        );
      for (const one of loadBalancers) if (!taken.has(one)) taken.set(one, name);
    }
  },
};
