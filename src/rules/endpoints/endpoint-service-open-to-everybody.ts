import { vpcEndpointFacts } from "../../aws/facts/vpc-endpoints.ts";
import { atValue } from "../../base/diagnostic.ts";
import type { Rule } from "../rule.ts";

const EVERYBODY = "*";

/** A service for everybody looks at who comes. */
export const endpointServiceOpenToEverybody: Rule<"endpoint-service-open-to-everybody"> = {
  id: "endpoint-service-open-to-everybody",
  severity: "warning",
  title: "An endpoint service that everybody may connect to accepts its endpoints one by one.",
  why: 'With allowedPrincipals: ["*"] and without acceptance every AWS account of the world reaches the load balancer, be it internal and without any public address.',
  sources: [vpcEndpointFacts.endpointServiceOpen],
  check({ vpcEndpointServices }, report) {
    for (const { name, path, acceptanceRequired, allowedPrincipals } of vpcEndpointServices) {
      if (acceptanceRequired || !allowedPrincipals.includes(EVERYBODY)) continue;
      report(
        atValue([...path, "allowedPrincipals"]),
        `endpoint service "${name}" lets every AWS account in and asks nobody`,
        "name the accounts by their ARNs, or take out acceptanceRequired: false",
      );
    }
  },
};
