import { vpcEndpointFacts } from "../../aws/facts/vpc-endpoints.ts";
import { partitionOf, partitionOfArn } from "../../aws/partitions.ts";
import type { Rule } from "../rule.ts";

/** Accounts and regions of another partition are another world. */
export const endpointServiceOtherPartition: Rule<"endpoint-service-other-partition"> = {
  id: "endpoint-service-other-partition",
  severity: "warning",
  title: "Principals and regions of an endpoint service are of the stack's own partition.",
  why: "Each AWS account belongs to one partition, such as aws, aws-cn or aws-us-gov, and its regions are those of that partition. A principal of another one is nobody who could connect to the service, and in a region of another one nobody could make an endpoint for it. An ARN that was copied is the usual reason.",
  sources: [vpcEndpointFacts.accountsOfOnePartition],
  check({ vpcEndpointServices, region }, report) {
    const own = partitionOf(region);
    for (const { name, path, allowedPrincipals, supportedRegions } of vpcEndpointServices) {
      const principals = allowedPrincipals.flatMap((arn) => {
        const partition = partitionOfArn(arn) ?? own;
        return partition === own ? [] : ([["allowedPrincipals", arn, partition]] as const);
      });
      const regions = supportedRegions
        .map((one) => ["supportedRegions", one, partitionOf(one)] as const)
        .filter(([, , partition]) => partition !== own);
      for (const [key, what, partition] of [...principals, ...regions])
        report(
          [...path, key],
          `endpoint service "${name}" names ${what}, which is of partition ${partition}; ${region} is of ${own}`,
          key === "allowedPrincipals"
            ? `name principals of partition ${own}`
            : "name regions of the same partition",
        );
    }
  },
};
