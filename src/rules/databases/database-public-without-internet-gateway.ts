import { databaseFacts } from "../../aws/facts/databases.ts";
import type { Rule } from "../rule.ts";

/** The public way leads through an internet gateway. */
export const databasePublicWithoutInternetGateway: Rule<"database-public-without-internet-gateway"> = {
  id: "database-public-without-internet-gateway",
  severity: "error",
  title: "A publicly accessible database stands in a VPC with an internet gateway.",
  why: "RDS refuses to make a publicly accessible database in a VPC without an internet gateway: nobody could call it. A VPC gets one with the first public tier.",
  sources: [databaseFacts.publicDatabaseNeedsInternetGateway],
  check({ existing, internetGateway, rds }, report) {
    // A VPC that was there may have a gateway that the blueprint does not speak of.
    if (internetGateway || existing !== null) return;
    const members = rds.clusters.flatMap(({ instances }) => instances);
    for (const { name, path, publiclyAccessible } of [...rds.instances, ...members]) {
      if (!publiclyAccessible) continue;
      report(
        [...path, "publiclyAccessible"],
        `database "${name}" is publicly accessible, and the VPC has no internet gateway`,
        "remove publiclyAccessible",
      );
    }
  },
};
