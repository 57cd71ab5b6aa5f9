import { vpcEndpointFacts } from "../../aws/facts/vpc-endpoints.ts";
import type { EndpointAddressType } from "../../model/types/vpc-endpoints.ts";
import type { Rule } from "../rule.ts";

const NEEDS: Readonly<Record<EndpointAddressType, readonly ("ipv4" | "ipv6")[]>> = {
  ipv4: ["ipv4"],
  dualstack: ["ipv4", "ipv6"],
  ipv6: ["ipv6"],
};

/** An endpoint has the families that its service takes. */
export const vpcEndpointServiceFamily: Rule<"vpc-endpoint-service-family"> = {
  id: "vpc-endpoint-service-family",
  severity: "error",
  title: "An endpoint for a service of another blueprint has families that the service supports.",
  why: "An endpoint service says by supportedIpAddressTypes what it takes, and EC2 refuses an endpoint of another address type for it, after the plan. Without a word in the blueprint a service supports what its load balancers do, and an endpoint has what its tiers have.",
  sources: [vpcEndpointFacts.endpointTypeFitsService],
  check({ vpcEndpoints, joinedServices }, report) {
    for (const { endpoint, stack, service } of joinedServices) {
      const own = vpcEndpoints.find(({ name }) => name === endpoint);
      if (own === undefined || own.type.kind !== "interface") continue;
      const lacking = NEEDS[own.ipAddressType].filter(
        (type) => !service.supportedIpAddressTypes.includes(type),
      );
      if (lacking.length === 0) continue;
      report(
        [...own.path, "ipAddressType"],
        `VPC endpoint "${endpoint}" is of type ${own.ipAddressType}, and endpoint service "${service.name}" of "${stack}" does not support ${lacking.join(" and ")}`,
        `write supportedIpAddressTypes: [ipv4, ipv6] for the service in "${stack}", or another ipAddressType`,
      );
    }
  },
};
