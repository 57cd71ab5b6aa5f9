import { eksFacts } from "../../aws/facts/eks.ts";
import type { Rule } from "../rule.ts";

/** A principal stands once. */
export const eksAccessEntryTwice: Rule<"eks-access-entry-twice"> = {
  id: "eks-access-entry-twice",
  severity: "error",
  title: "A principal has one access entry in a cluster.",
  why: "EKS refuses a second entry of a principal, and Terraform's plan does not know. One entry takes several access policies.",
  sources: [eksFacts.eksAccessEntryOfPrincipal],
  check({ eks }, report) {
    for (const { accessEntries } of eks.clusters) {
      const seen = new Map<string, string>();
      for (const { name, path, principalArn } of accessEntries) {
        const first = seen.get(principalArn);
        if (first === undefined) seen.set(principalArn, name);
        else
          report(
            [...path, "principalArn"],
            `"${first}" is an entry of this principal already`,
            "write its policies there",
          );
      }
    }
  },
};
