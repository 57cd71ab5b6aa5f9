import { filteringFacts } from "../../aws/facts/filtering.ts";
import { atKey } from "../../base/diagnostic.ts";
import type { AddressFamily } from "../../base/prefix.ts";
import type { Direction, NetworkAclEntry } from "../../model/types/filtering.ts";
import type { Rule } from "../rule.ts";

const DIRECTIONS: readonly Direction[] = ["ingress", "egress"];
const FAMILIES: readonly AddressFamily[] = ["ipv4", "ipv6"];

/** Network ACLs are short. */
export const networkAclTooManyEntries: Rule<"network-acl-too-many-entries"> = {
  id: "network-acl-too-many-entries",
  severity: "warning",
  title: "A network ACL has no more entries for a direction and family than the quota allows.",
  why: "The default quota is 20 entries for each direction and family, the one that denies the rest included. EC2 refuses the next one halfway through the apply. AWS raises the quota on request, to 40 at most: then write quotas.rulesPerNetworkAcl.",
  sources: [filteringFacts.networkAclRulesQuota],
  check(network, report) {
    // The quota, less the entry that denies the rest.
    const room = network.quotas.rulesPerNetworkAcl - 1;
    for (const { name, path, entries } of network.networkAcls) {
      for (const direction of DIRECTIONS) {
        const most = longestFamily(entries.filter((entry) => entry.direction === direction));
        if (most <= room) continue;
        report(
          atKey([...path, direction]),
          `network ACL "${name}" has ${most} ${direction} entries for one family: the quota has room for ${room}`,
          "join neighbouring ports and blocks, or leave some to security groups",
        );
      }
    }
  },
};

function longestFamily(entries: readonly NetworkAclEntry[]): number {
  const lengths = FAMILIES.map((family) => entries.filter(({ cidr }) => cidr.family === family).length);
  return Math.max(...lengths);
}
