import { factsOf } from "./fact.ts";

const ELEMENTS = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements";

/** What rules cite about policies of IAM roles. */
export const iamFacts = factsOf({
  policyStatementElements: {
    claim:
      "A statement of a role's policy has either an Action or a NotAction element, and either a Resource or a NotResource element.",
    source: `${ELEMENTS}.html; https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html`,
    checked: "2026-11-30",
    evidence: "undated",
    confidence: "high",
  },
  policySids: {
    claim: "A Sid is unique within a policy, and has letters and digits.",
    source: `${ELEMENTS}_sid.html`,
    checked: "2026-11-30",
    evidence: "undated",
    confidence: "high",
  },
  inlinePolicySize: {
    claim:
      "The inline policies of a role have 10,240 characters at most, all together; white space does not count.",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html",
    checked: "2026-11-30",
    evidence: "undated",
    confidence: "high",
  },
  policyWildcards: {
    claim:
      "Allow with the Action * and the Resource * gives every right; Allow with NotAction gives all but those named, of all services.",
    source: `${ELEMENTS}_notaction.html; https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html`,
    checked: "2026-11-30",
    evidence: "undated",
    confidence: "high",
  },
  sourceIpOfBothFamilies: {
    claim:
      "Policies with aws:SourceIp need the IPv6 ranges too before dual-stack names of AWS are used, for callers come over IPv6 there.",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_dual-stack_endpoint_support.html",
    checked: "2026-11-30",
    evidence: "undated",
    confidence: "high",
  },
});
