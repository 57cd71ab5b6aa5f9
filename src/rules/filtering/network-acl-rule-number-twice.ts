import { filteringFacts } from "../../aws/facts/filtering.ts";
import { nearestFreeNumber } from "../../model/filtering/network-acl-numbers.ts";
import type { NetworkAclEntry } from "../../model/types/filtering.ts";
import type { Rule } from "../rule.ts";

/** A rule number names one entry. */
export const networkAclRuleNumberTwice: Rule<"network-acl-rule-number-twice"> = {
  id: "network-acl-rule-number-twice",
  severity: "error",
  title: "Rule numbers are given once in each direction of a network ACL, whatever the family.",
  why: "The number is the name of an entry in EC2: a second entry of the same direction and number is refused, also when one speaks of IPv4 and the other of IPv6. Presets take some of the numbers from 100 to 221, and an entry for vpcIpv4 or vpcIpv6 takes as many as the VPC has blocks.",
  sources: [filteringFacts.networkAclRuleNumbers],
  check(network, report) {
    for (const { entries } of network.networkAcls) {
      for (const [index, entry] of entries.entries()) {
        if (entry.fromPreset) continue;
        // Of two written entries the later one gives way; a preset's cannot.
        const other = entries.find(
          (candidate, at) => hasSameNumber(candidate, entry) && (candidate.fromPreset || at < index),
        );
        if (other === undefined) continue;
        const owner = other.fromPreset ? `the preset's entry "${other.name}"` : `entry "${other.name}"`;
        const siblings = entries.filter(({ direction }) => direction === entry.direction);
        report(
          [...entry.path, "ruleNumber"],
          `rule number ${entry.ruleNumber} is also that of ${owner}`,
          `write another one: ${nearestFreeNumber(siblings, entry.ruleNumber)} is free`,
        );
      }
    }
  },
};

function hasSameNumber(a: NetworkAclEntry, b: NetworkAclEntry): boolean {
  return a.direction === b.direction && a.ruleNumber === b.ruleNumber;
}
