import { providerFacts } from "../../aws/facts/provider.ts";
import { standingOf } from "../../model/hooks/argument-standing.ts";
import { constraintFrom } from "../../model/hooks/constraint-from.ts";
import { providerNeeds } from "../../model/hooks/provider-needs.ts";
import type { Rule } from "../rule.ts";

/** Nobody looked into all provider versions. */
export const providerArgumentUnverified: Rule<"provider-argument-unverified"> = {
  id: "provider-argument-unverified",
  severity: "warning",
  title:
    "Every AWS provider version that the blueprint allows is known to have the arguments that the blueprint needs.",
  why: "Bindings are not published for every version of the AWS provider. Of the versions between the last one known to lack an argument and the first one known to have it, Hextet cannot tell. Terraform can: it refuses an argument that the provider in use does not know. Accept this where you have looked into the provider's changelog.",
  sources: [providerFacts.providerArgumentsByVersion],
  check(network, report) {
    const { awsProviderVersion } = network.terraform;
    for (const need of providerNeeds(network)) {
      if (need.presentIn === null || standingOf(need, awsProviderVersion) !== "unknown") continue;
      report(
        need.path,
        `needs ${need.what}, which AWS provider ${need.absentIn} lacks and ${need.presentIn} has; terraform.awsProvider.version ${JSON.stringify(awsProviderVersion)} allows versions between them`,
        `write terraform.awsProvider.version: ${constraintFrom(need.presentIn)}`,
      );
    }
  },
};
