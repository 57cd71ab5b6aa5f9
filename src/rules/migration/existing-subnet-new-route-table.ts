import { migrationFacts } from "../../aws/facts/migration.ts";
import { atKey } from "../../base/diagnostic.ts";
import { whatIsThere } from "../../model/migration/what-is-there.ts";
import { isAskedFor, subnetOfOthers } from "../../model/routing/tables-of-others.ts";
import type { Rule } from "../rule.ts";

/** A subnet managed outside this stack has its routes there. */
export const existingSubnetNewRouteTable: Rule<"existing-subnet-new-route-table"> = {
  id: "existing-subnet-new-route-table",
  severity: "warning",
  title: "A tier of a referenced subnet has routes only where its route table is named too.",
  why: "The owner of a subnet says which route table it has, and may well keep it: then the tier asks for no routes here. With routes this stack would make a table for them and associate nothing with it: packets of the subnet would go on taking the owner's routes. Referenced, the old table gets the IPv6 routes of the tier.",
  sources: [migrationFacts.dataSourcesAreRead],
  check(network, report) {
    const there = whatIsThere(network);
    for (const table of network.routeTables) {
      const theirs = subnetOfOthers(there, table);
      if (theirs === null || !isAskedFor(network, table)) continue;
      const { id, tier } = table;
      report(
        atKey(["network", "subnets", tier]),
        `route table "${id}" would be new and serve nobody: subnet "${theirs}" is managed outside this stack and keeps its own`,
        `write aws_route_table.${id} with the table's id under network.vpc.existing.reference, or leave the routes to the owner`,
      );
    }
  },
};
