import { iamFacts } from "../../aws/facts/iam.ts";
import type { Rule } from "../rule.ts";

/** A statement says what may be done, and to what. */
export const iamPolicyStatement: Rule<"iam-policy-statement"> = {
  id: "iam-policy-statement",
  severity: "error",
  title: "A statement of a policy has one of Action and NotAction, and one of Resource and NotResource.",
  why: "IAM refuses a policy document in which a statement has neither or both of a pair, and Terraform's plan does not know: the role is made by then, and whoever has it has no rights.",
  sources: [iamFacts.policyStatementElements],
  check({ inlinePolicies }, report) {
    for (const { path, ...statement } of inlinePolicies.flatMap(({ statements }) => statements)) {
      const pairs = [
        { one: "Action", other: "NotAction", values: [statement.actions, statement.notActions] },
        { one: "Resource", other: "NotResource", values: [statement.resources, statement.notResources] },
      ];
      for (const { one, other, values } of pairs) {
        const count = values.filter((value) => value !== null).length;
        if (count === 1) continue;
        const message = count === 0 ? `no ${one} and no ${other}` : `both ${one} and ${other}`;
        report(path, `a statement with ${message}`, `write one of ${one} and ${other}`);
      }
    }
  },
};
