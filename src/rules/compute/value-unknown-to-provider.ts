import { computeFacts } from "../../aws/facts/compute.ts";
import { networkFirewallFacts } from "../../aws/facts/network-firewall.ts";
import { mayHaveLongerLists, unlistedValues } from "../../model/compute/unlisted-values.ts";
import type { Rule } from "../rule.ts";

/** Line 5 of the provider gets no new values any more. */
export const valueUnknownToProvider: Rule<"value-unknown-to-provider"> = {
  id: "value-unknown-to-provider",
  severity: "error",
  title:
    "A runtime, an AMI type, an operating system family or a word of a firewall's rule is one that the AWS provider in use knows.",
  why: "The provider has lists of these values and refuses every other one at validate, before AWS is asked. The blueprint allows no release after 5.100, the last of line 5, whose lists are complete.",
  sources: [computeFacts.providerListsOfValues, networkFirewallFacts.firewallWordsOfRules],
  check(network, report) {
    if (mayHaveLongerLists(network)) return;
    for (const { path, value, list, near } of unlistedValues(network)) {
      report(
        path,
        `AWS provider 5 refuses "${value}" for ${list.argument}`,
        near === null
          ? "take a value that it knows, or allow provider 6"
          : `write ${near}, or allow provider 6`,
      );
    }
  },
};
