import { databaseFacts } from "../aws/facts-databases.ts";
import type { Rule } from "./rule.ts";

/** Databases can move to another zone. */
export const databaseSubnetGroupSingleZone: Rule = {
  id: "database-subnet-group-single-zone",
  severity: "error",
  title: "A database subnet group has subnets in at least two zones.",
  why: "RDS refuses a subnet group in one zone, with DBSubnetGroupDoesNotCoverEnoughAZs, even for a database without standby.",
  sources: [databaseFacts.databaseSubnetGroupTwoZones],
  check(network, report) {
    if (network.zones.length > 1) return;
    for (const { name, path } of network.rds.subnetGroups) {
      report(
        [...path, "subnets"],
        `database subnet group "${name}" has subnets in one zone`,
        "add a zone to network.availabilityZones",
      );
    }
  },
};
