import { providerFacts } from "../../aws/facts/provider.ts";
import { standingOf } from "../../model/hooks/argument-standing.ts";
import { constraintFrom } from "../../model/hooks/constraint-from.ts";
import { providerNeeds } from "../../model/hooks/provider-needs.ts";
import type { Rule } from "../rule.ts";

/** What the stack says, every allowed provider version understands. */
export const providerArgumentMissing: Rule<"provider-argument-missing"> = {
  id: "provider-argument-missing",
  severity: "error",
  title: "Every AWS provider version that the blueprint allows has the arguments that the blueprint needs.",
  why: "Terraform refuses an argument that the provider in use does not know, and which version is in use is decided by the lock file of whoever runs it. terraform.awsProvider.version is what keeps older ones out. Where terraform.hooks says native for a gap, the provider has to be new enough as well: an older one refuses the argument or the value, or does without it silently.",
  sources: [providerFacts.providerUnknownArgument, providerFacts.providerArgumentsByVersion],
  check(network, report) {
    const { awsProviderVersion } = network.terraform;
    for (const need of providerNeeds(network)) {
      if (standingOf(need, awsProviderVersion) !== "absent") continue;
      if (need.presentIn === null) {
        const message = `needs ${need.what}, which no AWS provider version is known to have`;
        report(need.path, message, "take native out of terraform.hooks");
        continue;
      }
      report(
        need.path,
        `needs ${need.what}, which the AWS provider has since ${need.presentIn}; terraform.awsProvider.version ${JSON.stringify(awsProviderVersion)} allows older ones`,
        `write terraform.awsProvider.version: ${constraintFrom(need.presentIn)}`,
      );
    }
  },
};
