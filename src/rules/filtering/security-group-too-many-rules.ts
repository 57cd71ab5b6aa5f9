import { filteringFacts } from "../../aws/facts/filtering.ts";
import { atKey } from "../../base/diagnostic.ts";
import type { AddressFamily } from "../../base/prefix.ts";
import { countedRules } from "../../model/filtering/rule-counts.ts";
import type { Direction } from "../../model/types/filtering.ts";
import type { Rule } from "../rule.ts";

const KINDS: readonly (readonly [Direction, AddressFamily, string])[] = [
  ["ingress", "ipv4", "IPv4"],
  ["ingress", "ipv6", "IPv6"],
  ["egress", "ipv4", "IPv4"],
  ["egress", "ipv6", "IPv6"],
];

/** A security group has a limited number of rules. */
export const securityGroupTooManyRules: Rule<"security-group-too-many-rules"> = {
  id: "security-group-too-many-rules",
  severity: "warning",
  title: "A security group counts as no more rules for a direction and family than the quota allows.",
  why: "The default quota is 60 rules for each direction, counted for IPv4 and IPv6 apart, and EC2 refuses the next one halfway through the apply. A rule for a security group counts in both families, one for a prefix list as often as the list has maxEntries, or by the weight that AWS gave its own list. AWS raises the quota on request: then write quotas.rulesPerSecurityGroup.",
  sources: [filteringFacts.securityGroupRulesQuota, filteringFacts.awsPrefixListWeights],
  check(network, report) {
    const most = network.quotas.rulesPerSecurityGroup;
    for (const group of network.securityGroups) {
      for (const [direction, family, words] of KINDS) {
        const count = countedRules(network, group, direction, family);
        if (count <= most) continue;
        report(
          atKey([...group.path, direction]),
          `security group "${group.name}" counts as ${count} ${direction} rules for ${words}: the quota is ${most}`,
          "join neighbouring blocks, lower maxEntries of prefix lists, or divide the group",
        );
      }
    }
  },
};
