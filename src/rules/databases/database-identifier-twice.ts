import { databaseFacts } from "../../aws/facts/databases.ts";
import type { Rule } from "../rule.ts";

/** Database servers have names of their own. */
export const databaseIdentifierTwice: Rule<"database-identifier-twice"> = {
  id: "database-identifier-twice",
  severity: "error",
  title: "No two database servers have the same identifier.",
  why: "Identifiers of instances and of the instances of Aurora clusters share one name space in an account and region. They are made of the names with hyphens between them: instance two of cluster a-b and instance b-two of cluster a are both a-b-two.",
  sources: [databaseFacts.databaseIdentifierIsUnique],
  check({ rds }, report) {
    const servers = [...rds.instances, ...rds.clusters.flatMap(({ instances }) => instances)];
    for (const [index, { path, identifier }] of servers.entries()) {
      const first = servers.findIndex((server) => server.identifier === identifier);
      if (first === index) continue;
      report(
        path,
        `the identifier "${identifier}" is taken by another database server`,
        "rename one of them",
      );
    }
  },
};
