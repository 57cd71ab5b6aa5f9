import { localZoneFacts } from "../../aws/facts/local-zones.ts";
import { databasesOf } from "../../model/databases/database-lookup.ts";
import { localZonesOf } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** A database in a Local Zone is alone there, and has IPv4 alone. */
export const databaseInLocalZone: Rule<"database-in-local-zone"> = {
  id: "database-in-local-zone",
  severity: "error",
  title: "A database in a Local Zone has network type IPV4 and a subnet group of one subnet.",
  why: "RDS has no dual-stack mode in Local Zones, and takes one subnet for the group of a database there: none of a second zone beside it.",
  sources: [localZoneFacts.databaseInLocalZone],
  check(network, report) {
    const { subnetGroups } = network.rds;
    const local = subnetGroups.filter(({ subnets }) => localZonesOf(network, subnets).length > 0);
    for (const { name, path, subnets } of local) {
      if (subnets.length === 1) continue;
      report(
        [...path, "subnets"],
        `database subnet group "${name}" has ${subnets.length} subnets, one of them in a Local Zone`,
        "name a tier that stands in the Local Zone alone, or in availability zones only",
      );
    }
    for (const { name, path, networkType, subnetGroup } of databasesOf(network)) {
      if (networkType !== "DUAL" || !local.some((group) => group.name === subnetGroup)) continue;
      report(
        [...path, "networkType"],
        `database "${name}" is dual-stack, but stands in a Local Zone`,
        "write networkType: IPV4, or a subnet group of availability zones",
      );
    }
  },
};
