import { migrationFacts } from "../../aws/facts/migration.ts";
import { atKey } from "../../base/diagnostic.ts";
import { whatIsThere } from "../../model/migration/what-is-there.ts";
import type { Rule } from "../rule.ts";

/** A subnet managed outside this stack has its routes there. */
export const existingSubnetNewRouteTable: Rule<"existing-subnet-new-route-table"> = {
  id: "existing-subnet-new-route-table",
  severity: "error",
  title: "A referenced subnet has a route table that was there before.",
  why: "The owner of a subnet says which route table it has. This stack would make a table for the tier and associate nothing with it: packets of the subnet would go on taking the old routes. Referenced, the old table gets the IPv6 routes of the tier.",
  sources: [migrationFacts.dataSourcesAreRead],
  check(network, report) {
    const there = whatIsThere(network);
    for (const { id, subnets, tier } of network.routeTables) {
      const theirs = subnets.find((subnet) => there.isReferenced("aws_subnet", subnet));
      if (theirs === undefined || there.has("aws_route_table", id)) continue;
      report(
        atKey(["network", "subnets", tier]),
        `route table "${id}" would be new, but subnet "${theirs}" is managed outside this stack and keeps its own`,
        `write aws_route_table.${id} with the table's id under network.vpc.existing.reference`,
      );
    }
  },
};
