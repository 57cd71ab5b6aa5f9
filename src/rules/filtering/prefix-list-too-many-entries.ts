import { filteringFacts } from "../../aws/facts/filtering.ts";
import { atKey } from "../../base/diagnostic.ts";
import type { Rule } from "../rule.ts";

/** So many entries EC2 takes in one request. */
const MOST = 100;

/** A prefix list is made by one request. */
export const prefixListTooManyEntries: Rule<"prefix-list-too-many-entries"> = {
  id: "prefix-list-too-many-entries",
  severity: "warning",
  title: "A prefix list has at most 100 entries, or grows by 100 at a time.",
  why: "EC2 takes 100 entries in a request, and the AWS provider sends all that are new in one: a new list with more is never made. A list that is there can grow, by 100 entries in each apply.",
  sources: [filteringFacts.prefixListEntriesPerRequest],
  check({ prefixLists }, report) {
    for (const { name, path, entries } of prefixLists) {
      if (entries.length <= MOST) continue;
      report(
        atKey([...path, "entries"]),
        `prefix list "${name}" has ${entries.length} entries, and EC2 takes ${MOST} in one request`,
        "make it with 100 entries and the right maxEntries first, or divide it",
      );
    }
  },
};
