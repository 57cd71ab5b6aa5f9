import { eksFacts } from "../../aws/facts/eks.ts";
import type { Rule } from "../rule.ts";

/** An access entry of an account's root lets nobody in. */
export const eksAccessEntryRoot: Rule<"eks-access-entry-root"> = {
  id: "eks-access-entry-root",
  severity: "warning",
  title: "An access entry is not of an account's root.",
  why: "In a trust policy, an ARN that ends in :root is the whole account. EKS takes an access entry of it, but then lets none of the account's roles and users in.",
  sources: [eksFacts.eksAccessEntryOfRoot],
  check({ eks }, report) {
    for (const { accessEntries } of eks.clusters) {
      for (const { path, principalArn } of accessEntries) {
        if (!/^arn:[a-z-]+:iam::[0-9]{12}:root$/.test(principalArn)) continue;
        report(
          [...path, "principalArn"],
          "an access entry of an account's root lets nobody in",
          "write the ARN of a role, one entry for each",
        );
      }
    }
  },
};
