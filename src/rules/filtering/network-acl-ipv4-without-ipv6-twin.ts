import { filteringFacts } from "../../aws/facts/filtering.ts";
import { atKey } from "../../base/diagnostic.ts";
import { servesFamily } from "../../model/filtering/network-acl-conversations.ts";
import { entriesWithoutTwin, holesBesideDenies } from "../../model/filtering/network-acl-twins.ts";
import { describeTraffic } from "../../model/filtering/traffic.ts";
import type { Rule } from "../rule.ts";

/** What a network ACL says of IPv4 it says of IPv6 too. */
export const networkAclIpv4WithoutIpv6Twin: Rule<"network-acl-ipv4-without-ipv6-twin"> = {
  id: "network-acl-ipv4-without-ipv6-twin",
  severity: "warning",
  title: "Network ACL entries for IPv4 have an entry for IPv6 beside them where the tiers have IPv6.",
  why: "An entry speaks of one family, and 0.0.0.0/0 does not cover ::/0. What is allowed for IPv4 alone is dropped for IPv6, and clients that prefer IPv6 wait for a timeout. What is denied for IPv4 alone may be open for IPv6. An entry for IPv6 counts when it speaks of some of the same protocol and ports, whether it allows or denies.",
  sources: [filteringFacts.networkAclFamiliesAreApart, filteringFacts.networkAclCustomDeniesAll],
  check(network, report) {
    // One without entries drops all of both families.
    for (const acl of network.networkAcls.filter(({ entries }) => entries.length > 0)) {
      if (!servesFamily(network, acl, "ipv4") || !servesFamily(network, acl, "ipv6")) continue;
      if (acl.entries.every(({ cidr }) => cidr.family === "ipv4")) {
        const message = `network ACL "${acl.name}" has no entry for IPv6: all IPv6 of its tiers is dropped`;
        report(atKey(acl.path), message, "write the entries for IPv6 too, or use a preset");
        continue;
      }
      for (const { entry, traffic } of entriesWithoutTwin(network, acl))
        report(
          atKey(entry.path),
          `${entry.direction} entry "${entry.name}" allows ${describeTraffic(traffic)} for IPv4, and no entry speaks of it for IPv6`,
          'write an entry with cidrIpv6 beside it ("::/0" for 0.0.0.0/0), or accept this finding with the reason',
        );
      for (const { entry, traffic } of holesBesideDenies(network, acl))
        report(
          atKey(entry.path),
          `${entry.direction} entry "${entry.name}" denies ${describeTraffic(traffic)} for IPv4, but for IPv6 it is let through`,
          'write an entry beside it that denies "::/0"',
        );
    }
  },
};
