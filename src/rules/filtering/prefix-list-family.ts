import { filteringFacts } from "../../aws/facts/filtering.ts";
import type { Rule } from "../rule.ts";

/** A prefix list is of one family, and as long as it says. */
export const prefixListFamily: Rule<"prefix-list-family"> = {
  id: "prefix-list-family",
  severity: "error",
  title: "Entries of a prefix list are of its family, and no more than it may have.",
  why: "A managed prefix list is made for one family with a largest number of entries. EC2 refuses a block of the other family, and more entries than that.",
  sources: [filteringFacts.prefixListFamily, filteringFacts.prefixListCountsItsMaximum],
  check(network, report) {
    for (const { name, path, family, maxEntries, entries } of network.prefixLists) {
      const [own, other] = family === "ipv4" ? ["IPv4", "IPv6"] : ["IPv6", "IPv4"];
      for (const { path: entryPath, cidr } of entries) {
        if (cidr.prefix.family === family) continue;
        report(
          [...entryPath, "cidr"],
          `block "${cidr.text}" is ${other}, but prefix list "${name}" is for ${own}`,
          `move it to a prefix list with addressFamily: ${other}`,
        );
      }
      if (entries.length <= maxEntries) continue;
      report(
        [...path, "maxEntries"],
        `prefix list "${name}" has ${entries.length} entries, but may have ${maxEntries}`,
        `write maxEntries: ${entries.length}`,
      );
    }
  },
};
