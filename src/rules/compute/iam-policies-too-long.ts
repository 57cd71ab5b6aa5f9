import { iamFacts } from "../../aws/facts/iam.ts";
import { policyDocument } from "../../model/compute/policy-document.ts";
import type { InlinePolicy, PolicyResource } from "../../model/types/inline-policies.ts";
import type { Rule } from "../rule.ts";

/** Characters of all of a role's own policies, without white space, by `iamFacts.inlinePolicySize`. */
const LONGEST = 10_240;

/** A role's policies are no longer than IAM takes. */
export const iamPoliciesTooLong: Rule<"iam-policies-too-long"> = {
  id: "iam-policies-too-long",
  severity: "error",
  title: "The inline policies of a role have 10,240 characters at most, all together.",
  why: "IAM refuses the policy with which a role has more, and Terraform's plan does not know. White space does not count. What a reference stands for is not known before the apply and counts as nothing here, so that a policy just below may be too long all the same.",
  sources: [iamFacts.inlinePolicySize],
  check({ inlinePolicies }, report) {
    const lengths = new Map<string, number>();
    for (const policy of inlinePolicies) {
      const before = lengths.get(policy.role) ?? 0;
      const length = before + lengthOf(policy);
      lengths.set(policy.role, length);
      // The first with which it is too long: those after it would say the same.
      if (length <= LONGEST || before > LONGEST) continue;
      report(
        policy.path,
        `with it, the role's own policies have ${length} characters`,
        "take one statement for many resources, with * in them, or attach a managed policy",
      );
    }
  },
};

/** Of what AWS is given, as far as it is known. */
function lengthOf(policy: InlinePolicy): number {
  return JSON.stringify(policyDocument(policy, knownText)).replaceAll(/\s/g, "").length;
}

function knownText(resource: PolicyResource): string {
  return resource.kind === "text" ? resource.text : resource.suffix;
}
