import { filteringFacts } from "../../aws/facts/filtering.ts";
import { LAST_RULE_NUMBER } from "../../model/filtering/network-acl-numbers.ts";
import type { Rule } from "../rule.ts";

/** The numbers that an entry for all blocks of the VPC goes on to are rule numbers too. */
export const networkAclRuleNumberTooHigh: Rule<"network-acl-rule-number-too-high"> = {
  id: "network-acl-rule-number-too-high",
  severity: "error",
  title: "An entry for all blocks of the VPC has room for their numbers.",
  why: "An entry for vpcIpv4 or vpcIpv6 is one for each block of the VPC, each a number behind the one before it. The last number that EC2 takes is 32766.",
  sources: [filteringFacts.networkAclRuleNumbers],
  check(network, report) {
    for (const { entries } of network.networkAcls) {
      for (const entry of entries) {
        const block = entry.cidr.kind === "vpc" ? entry.cidr.block : null;
        if (entry.ruleNumber <= LAST_RULE_NUMBER || block === null) continue;
        report(
          [...entry.path, "ruleNumber"],
          `entry "${entry.name}" has rule number ${entry.ruleNumber} for the VPC's block "${block}": the last one is ${LAST_RULE_NUMBER}`,
          "write a lower ruleNumber",
        );
      }
    }
  },
};
