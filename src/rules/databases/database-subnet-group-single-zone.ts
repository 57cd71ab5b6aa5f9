import { databaseFacts } from "../../aws/facts/databases.ts";
import { localZoneFacts } from "../../aws/facts/local-zones.ts";
import { localZonesOf, zonesOfSubnets } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** Databases can move to another zone. */
export const databaseSubnetGroupSingleZone: Rule<"database-subnet-group-single-zone"> = {
  id: "database-subnet-group-single-zone",
  severity: "error",
  title: "A database subnet group has subnets in at least two zones, or one in a Local Zone.",
  why: "RDS refuses a subnet group in one zone, with DBSubnetGroupDoesNotCoverEnoughAZs, even for a database without standby.",
  sources: [databaseFacts.databaseSubnetGroupTwoZones, localZoneFacts.databaseInLocalZone],
  check(network, report) {
    for (const { name, path, subnets } of network.rds.subnetGroups) {
      if (zonesOfSubnets(network, subnets).length !== 1 || localZonesOf(network, subnets).length > 0)
        continue;
      report(
        [...path, "subnets"],
        `database subnet group "${name}" has subnets in one zone`,
        network.zones.length === 1
          ? "add a zone to network.availabilityZones"
          : "name a tier with subnets in two zones",
      );
    }
  },
};
