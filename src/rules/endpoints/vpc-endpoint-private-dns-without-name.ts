import { vpcEndpointFacts } from "../../aws/facts/vpc-endpoints.ts";
import type { Rule } from "../rule.ts";

/** Only a service with a name of its own has private DNS. */
export const vpcEndpointPrivateDnsWithoutName: Rule<"vpc-endpoint-private-dns-without-name"> = {
  id: "vpc-endpoint-private-dns-without-name",
  severity: "error",
  title: "An endpoint with private DNS is for a service with a private DNS name.",
  why: "Private DNS makes the service's own name lead to the endpoint, in the whole VPC. A service of another blueprint has such a name when its author writes privateDnsName; without one EC2 refuses the endpoint, after the plan. privateDnsEnabled is true unless the blueprint says otherwise.",
  sources: [vpcEndpointFacts.privateDnsNeedsServiceName],
  check({ vpcEndpoints, joinedServices }, report) {
    for (const { name, path, type } of vpcEndpoints) {
      const joined = joinedServices.find(({ endpoint }) => endpoint === name);
      if (joined === undefined || joined.service.privateDnsName !== null) continue;
      if (type.kind !== "interface" || !type.privateDnsEnabled) continue;
      report(
        [...path, "type", "interface", "privateDnsEnabled"],
        `VPC endpoint "${name}" has private DNS, and endpoint service "${joined.service.name}" of "${joined.stack}" has no private name`,
        `write privateDnsEnabled: false, or privateDnsName for the service in "${joined.stack}"`,
      );
    }
  },
};
