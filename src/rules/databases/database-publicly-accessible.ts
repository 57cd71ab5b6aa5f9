import { databaseFacts } from "../../aws/facts/databases.ts";
import type { Network } from "../../model/types/network.ts";
import type { Rule } from "../rule.ts";

/** Databases have no public addresses. */
export const databasePubliclyAccessible: Rule<"database-publicly-accessible"> = {
  id: "database-publicly-accessible",
  severity: "warning",
  title: "A database is not publicly accessible.",
  why: "A publicly accessible database has a public IPv4 address, which AWS charges for, and a dual-stack one can be called at its IPv6 address as well: only the security group stands between it and the internet. Hosts in the VPC, its peers and VPNs need none of this.",
  sources: [databaseFacts.publicDatabaseNeedsInternetGateway],
  check(network, report) {
    for (const { name, path } of publicServers(network)) {
      report(
        [...path, "publiclyAccessible"],
        `database "${name}" is publicly accessible`,
        "remove publiclyAccessible; reach it from the VPC",
      );
    }
  },
};

function publicServers({ rds }: Network) {
  const members = rds.clusters.flatMap(({ instances }) => instances);
  return [...rds.instances, ...members].filter(({ publiclyAccessible }) => publiclyAccessible);
}
