import { databaseFacts } from "../../aws/facts/databases.ts";
import { ipv6OnlyTier, tiersOf } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** Databases stand where there is IPv4. */
export const databaseSubnetGroupIpv6Only: Rule<"database-subnet-group-ipv6-only"> = {
  id: "database-subnet-group-ipv6-only",
  severity: "error",
  title: "A database subnet group has no IPv6-only tier.",
  why: "RDS and Aurora know IPv4 databases and dual-stack ones, never IPv6-only ones, so every subnet of the group needs IPv4. IPv6-only hosts reach a dual-stack database by its AAAA record, and an IPv4-only one through NAT64.",
  sources: [databaseFacts.databaseSubnetsNeverIpv6Only],
  check(network, report) {
    for (const { name, path, tiers } of network.rds.subnetGroups) {
      const tier = ipv6OnlyTier(tiersOf(network, tiers));
      if (tier === null) continue;
      report(
        [...path, "subnets"],
        `database subnet group "${name}" has tier "${tier.name}", which is IPv6-only`,
        "take a dual-stack tier, and network type DUAL",
      );
    }
  },
};
