import { iamFacts } from "../../aws/facts/iam.ts";
import type { PolicyResource, PolicyStatement } from "../../model/types/inline-policies.ts";
import type { Rule } from "../rule.ts";

/** A policy does not allow everything. */
export const iamPolicyAllowsEverything: Rule<"iam-policy-allows-everything"> = {
  id: "iam-policy-allows-everything",
  severity: "warning",
  title: "No policy of a role allows every action, or all but some, on every resource.",
  why: "Whoever gets into a host, a task or a function with such a role has the account: it can make users, read every secret and delete everything. NotAction beside Allow means every action but those, and those that AWS will add are among them.",
  sources: [iamFacts.policyWildcards],
  check({ inlinePolicies }, report) {
    for (const statement of inlinePolicies.flatMap(({ statements }) => statements)) {
      if (statement.effect !== "Allow" || !isOnEverything(statement)) continue;
      const { path, actions, notActions } = statement;
      const everything = actions?.findIndex((action) => action === "*" || action === "*:*") ?? -1;
      if (everything >= 0) report([...path, "Action", everything], "every action on every resource", HINT);
      else if (notActions !== null)
        report([...path, "NotAction"], "every action but these, on every resource", HINT);
    }
  },
};

const HINT = "name the actions that the role needs, and the resources";

function isOnEverything({ resources, notResources }: PolicyStatement): boolean {
  return notResources !== null || resources?.some(isEverything) === true;
}

function isEverything(resource: PolicyResource): boolean {
  return resource.kind === "text" && resource.text === "*";
}
