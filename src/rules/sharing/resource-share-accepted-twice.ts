import { sharingFacts } from "../../aws/facts/sharing.ts";
import type { Rule } from "../rule.ts";

/** An invitation is accepted once. */
export const resourceShareAcceptedTwice: Rule<"resource-share-accepted-twice"> = {
  id: "resource-share-accepted-twice",
  severity: "error",
  title: "A resource share is accepted by one entry.",
  why: "Terraform looks for a pending invitation of the share when it makes the acceptance. For the second entry the first has accepted it already, so that the apply ends with an error. One entry serves everything in the stack.",
  sources: [sharingFacts.oneInvitationIsAcceptedOnce],
  check({ resourceShareAccepters }, report) {
    for (const [index, { name, path, resourceShareArn }] of resourceShareAccepters.entries()) {
      const first = resourceShareAccepters
        .slice(0, index)
        .find((one) => one.resourceShareArn === resourceShareArn);
      if (first === undefined) continue;
      report(
        [...path, "resourceShareArn"],
        `"${name}" accepts the share that "${first.name}" accepts`,
        "remove one of the two",
      );
    }
  },
};
