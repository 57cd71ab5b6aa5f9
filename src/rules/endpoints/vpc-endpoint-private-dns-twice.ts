import { vpcEndpointFacts } from "../../aws/facts/vpc-endpoints.ts";
import { takesPrivateName } from "../../model/endpoints/private-names.ts";
import type { Rule } from "../rule.ts";

/** A service's usual name leads to one endpoint. */
export const vpcEndpointPrivateDnsTwice: Rule<"vpc-endpoint-private-dns-twice"> = {
  id: "vpc-endpoint-private-dns-twice",
  severity: "error",
  title: "One interface endpoint to a service has private DNS.",
  why: "With private DNS AWS answers the service's usual name inside the whole VPC. EC2 refuses a second endpoint that wants the same name: private-dns-enabled cannot be set because there is already a conflicting DNS domain. One dualstack endpoint in a dual-stack tier serves hosts of both families in all tiers.",
  sources: [vpcEndpointFacts.endpointPrivateNameOnce],
  check({ vpcEndpoints }, report) {
    const named = vpcEndpoints.filter(takesPrivateName);
    for (const [index, { name, path, serviceName }] of named.entries()) {
      const first = named.slice(0, index).find((other) => other.serviceName === serviceName);
      if (first === undefined) continue;
      report(
        [...path, "service"],
        `endpoints "${first.name}" and "${name}" both want the private name of ${serviceName}`,
        "keep one, dualstack and in a dual-stack tier; or write privateDnsEnabled: false for one of them",
      );
    }
  },
};
