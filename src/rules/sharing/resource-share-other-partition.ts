import { sharingFacts } from "../../aws/facts/sharing.ts";
import { partitionOf, partitionOfArn } from "../../aws/partitions.ts";
import type { Rule } from "../rule.ts";

/** Organizations of another partition are another world. */
export const resourceShareOtherPartition: Rule<"resource-share-other-partition"> = {
  id: "resource-share-other-partition",
  severity: "warning",
  title: "Principals of a resource share are of the stack's own partition.",
  why: "Each AWS account and its organization belong to one partition, such as aws, aws-cn or aws-us-gov. A principal of another one is nobody who could use what is shared. An ARN that was copied is the usual reason.",
  sources: [sharingFacts.sharesOfOnePartition],
  check({ resourceShares, region }, report) {
    const own = partitionOf(region);
    for (const { name, principals } of resourceShares)
      for (const { path, principal } of principals) {
        const partition = partitionOfArn(principal) ?? own;
        if (partition === own) continue;
        report(
          path,
          `resource share "${name}" names ${principal}, which is of partition ${partition}; ${region} is of ${own}`,
          `name principals of partition ${own}`,
        );
      }
  },
};
