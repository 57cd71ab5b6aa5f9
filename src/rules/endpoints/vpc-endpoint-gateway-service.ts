import { vpcEndpointFacts } from "../../aws/facts/vpc-endpoints.ts";
import { GATEWAY_ENDPOINT_SERVICES } from "../../aws/vpc-endpoint-services.ts";
import type { Rule } from "../rule.ts";

/** Few services have gateway endpoints. */
export const vpcEndpointGatewayService: Rule<"vpc-endpoint-gateway-service"> = {
  id: "vpc-endpoint-gateway-service",
  severity: "error",
  title: "A gateway endpoint is for Amazon S3 or DynamoDB.",
  why: "Gateway endpoints are routes to the service's public addresses, and AWS has them for Amazon S3, S3 Express One Zone and DynamoDB. All other services have interface endpoints; EC2 refuses a gateway endpoint for them.",
  sources: [vpcEndpointFacts.gatewayEndpointServices],
  check({ vpcEndpoints, joinedServices }, report) {
    for (const { name, path, service, serviceName, type } of vpcEndpoints) {
      if (type.kind !== "gateway") continue;
      // Another region's or partition's name is not ours to judge.
      const own = joinedServices.find(({ endpoint }) => endpoint === name);
      const isKnown =
        service === null ? !serviceName.includes(".vpce.") : GATEWAY_ENDPOINT_SERVICES.includes(service);
      if (isKnown && own === undefined) continue;
      const what = own === undefined ? (service ?? serviceName) : `the service of "${own.stack}"`;
      report(
        [...path, "service"],
        `gateway endpoint "${name}" is for ${what}, which has none`,
        "write type: { interface: { subnets: [<tier>], securityGroups: [<group>] } }",
      );
    }
  },
};
