import { vpcEndpointFacts } from "../../aws/facts/vpc-endpoints.ts";
import type { Network } from "../../model/types/network.ts";
import type { Rule } from "../rule.ts";

/** A route table leads to one gateway endpoint of a service. */
export const vpcEndpointRouteTableTwice: Rule<"vpc-endpoint-route-table-twice"> = {
  id: "vpc-endpoint-route-table-twice",
  severity: "error",
  title: "A tier's route tables take one gateway endpoint for a service.",
  why: "A gateway endpoint puts routes to its service into the route tables, which tiers may share. A table cannot have two endpoint routes to the same service: EC2 refuses the second.",
  sources: [vpcEndpointFacts.gatewayEndpointOncePerRouteTable],
  check(network, report) {
    const taken = new Map<string, string>();
    for (const { name, path, serviceName, tiers, type } of network.vpcEndpoints) {
      if (type.kind !== "gateway") continue;
      for (const tier of tiers) {
        const [first] = tablesOf(network, tier).flatMap(
          (table) => taken.get(`${serviceName} ${table}`) ?? [],
        );
        if (first === undefined) continue;
        report(
          [...path, "type", "gateway", "routeTables"],
          `the route tables of tier "${tier}" have routes to ${serviceName} by endpoint "${first}" already`,
          `name the tier in one of "${first}" and "${name}" only`,
        );
      }
      for (const table of type.routeTables) taken.set(`${serviceName} ${table}`, name);
    }
  },
};

/** The route tables that the tier's subnets have, also those of another tier. */
function tablesOf({ tiers, routeTables }: Network, tier: string): readonly string[] {
  const subnets = tiers.filter(({ name }) => name === tier).flatMap((one) => one.subnets.map(({ id }) => id));
  return routeTables.filter((table) => table.subnets.some((id) => subnets.includes(id))).map(({ id }) => id);
}
