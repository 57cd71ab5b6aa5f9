import { vpcEndpointFacts } from "../../aws/facts/vpc-endpoints.ts";
import type { Rule } from "../rule.ts";

/** A route table leads to one gateway endpoint of a service. */
export const vpcEndpointRouteTableTwice: Rule<"vpc-endpoint-route-table-twice"> = {
  id: "vpc-endpoint-route-table-twice",
  severity: "error",
  title: "A tier's route tables take one gateway endpoint for a service.",
  why: "A gateway endpoint puts routes to its service into the route tables. A table cannot have two endpoint routes to the same service: EC2 refuses the second.",
  sources: [vpcEndpointFacts.gatewayEndpointOncePerRouteTable],
  check({ vpcEndpoints }, report) {
    const taken = new Map<string, string>();
    for (const { name, path, serviceName, tiers, type } of vpcEndpoints) {
      if (type.kind !== "gateway") continue;
      for (const tier of tiers) {
        const key = `${serviceName} ${tier}`;
        const first = taken.get(key);
        if (first === undefined) taken.set(key, name);
        else
          report(
            [...path, "type", "gateway", "routeTables"],
            `the route tables of tier "${tier}" have routes to ${serviceName} by endpoint "${first}" already`,
            `name the tier in one of "${first}" and "${name}" only`,
          );
      }
    }
  },
};
