import { iamFacts } from "../../aws/facts/iam.ts";
import type { Rule } from "../rule.ts";

/** The statements of a policy are told apart. */
export const iamPolicySidTwice: Rule<"iam-policy-sid-twice"> = {
  id: "iam-policy-sid-twice",
  severity: "error",
  title: "No two statements of a policy have the same Sid.",
  why: "IAM refuses the policy document, and Terraform's plan does not know. A Sid may be left out, of each statement.",
  sources: [iamFacts.policySids],
  check({ inlinePolicies }, report) {
    for (const { statements } of inlinePolicies) {
      const seen = new Set<string>();
      for (const { path, sid } of statements) {
        if (sid === null) continue;
        if (seen.has(sid))
          report(
            [...path, "Sid"],
            `Sid "${sid}" is taken by a statement before this one`,
            "write another, or none",
          );
        seen.add(sid);
      }
    }
  },
};
