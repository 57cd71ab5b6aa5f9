import { sharingFacts } from "../../aws/facts/sharing.ts";
import type { Rule } from "../rule.ts";

/** A share is of one Region. */
export const resourceShareOtherRegion: Rule<"resource-share-other-region"> = {
  id: "resource-share-other-region",
  severity: "error",
  title: "A resource share is accepted in the region in which it was made.",
  why: "AWS RAM is a service of each Region: an invitation is seen in the Region of its share alone. In any other Terraform finds none, and the apply ends with an error. What is shared serves that Region only, too.",
  sources: [sharingFacts.shareOfItsRegion],
  check({ resourceShareAccepters, region }, report) {
    for (const { path, resourceShareArn } of resourceShareAccepters) {
      const other = /^arn:[^:]*:ram:([^:]*):/.exec(resourceShareArn)?.[1] ?? region;
      if (other === region) continue;
      report(
        [...path, "resourceShareArn"],
        `the share is of ${other}, and this stack of ${region}`,
        `take a share of ${region}, or accept it in a stack of ${other}`,
      );
    }
  },
};
