import { factsOf } from "./fact.ts";

/** What rules cite about the versions of the AWS provider. */
export const providerFacts = factsOf({
  providerUnknownArgument: {
    claim:
      "Terraform refuses an argument that the provider version in use does not have, at validate and at plan.",
    source: "terraform validate with AWS provider 5.100.0",
    checked: "2026-11-28",
    evidence: "2025-06",
    confidence: "high",
  },
  providerArgumentsByVersion: {
    claim:
      "Since which version the AWS provider has an argument is as the bindings that were published for it show; the provider itself was run in 5.100.0 only.",
    source:
      "bindings of AWS provider 5.100 to 6.66: npm packages @cdktf/provider-aws 20.1.0 to 21.22.1, @cdktn/provider-aws 23.7.0 to 25.7.0",
    checked: "2026-11-28",
    evidence: "2026",
    confidence: "high",
  },
});
