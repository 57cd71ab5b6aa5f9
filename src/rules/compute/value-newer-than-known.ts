import { computeFacts } from "../../aws/facts/compute.ts";
import { networkFirewallFacts } from "../../aws/facts/network-firewall.ts";
import { mayHaveLongerLists, unlistedValues } from "../../model/compute/unlisted-values.ts";
import type { Rule } from "../rule.ts";

/** What is not in the list may be new, or misspelled. */
export const valueNewerThanKnown: Rule<"value-newer-than-known"> = {
  id: "value-newer-than-known",
  severity: "warning",
  title:
    "A runtime, an AMI type, an operating system family or a word of a firewall's rule is one that AWS provider 5.100 knows.",
  why: "The provider has lists of these values and refuses every other one at validate. Release 5.100 does not know this one; a release of line 6 may, as AWS adds values several times a year. Otherwise it is misspelled.",
  sources: [computeFacts.providerListsOfValues, networkFirewallFacts.firewallWordsOfRules],
  check(network, report) {
    if (!mayHaveLongerLists(network)) return;
    for (const { path, value, list, near } of unlistedValues(network)) {
      const misspelled = near === null ? "" : `if it is misspelled: did you mean ${near}? Otherwise `;
      report(
        path,
        `AWS provider 5.100 does not know "${value}" for ${list.argument}`,
        `${misspelled}ask for a release that knows it: terraform.awsProvider.version`,
      );
    }
  },
};
