import { databaseFacts } from "../../aws/facts/databases.ts";
import type { Path } from "../../base/path.ts";
import { familyOf, isFamilyOf } from "../../model/databases/parameter-family.ts";
import type { Database, ParameterGroup, Rds } from "../../model/types/rds.ts";
import type { Rule } from "../rule.ts";

/** A parameter group is one for the engine. */
export const databaseParameterGroupFamily: Rule<"database-parameter-group-family"> = {
  id: "database-parameter-group-family",
  severity: "error",
  title: "The parameter group of a database is of the family of its engine and version.",
  why: "A parameter group belongs to one family, such as postgres17 or mysql8.4, and RDS refuses it for another engine or another line of versions. Terraform's plan does not know. A new major version needs a group of its family in the same apply.",
  sources: [databaseFacts.parameterGroupFamily],
  check({ rds }, report) {
    for (const { path, name, groups, database } of usesOf(rds)) {
      const group = groups.find((one) => one.name === name);
      if (group === undefined) continue;
      const { engine, engineVersion } = database;
      const fitting = familyOf(engine, engineVersion);
      if (isFamilyOf(fitting, group.family)) continue;
      report(
        path,
        `parameter group "${group.name}" is for ${group.family}, and the database is ${engine} ${engineVersion}`,
        `name a group of the family ${fitting.begins}${fitting.isWhole ? "" : "…"}`,
      );
    }
  },
};

/** A database, or a server of it, that names a parameter group. */
interface Use {
  readonly path: Path;
  readonly name: string | null;
  readonly groups: readonly ParameterGroup[];
  readonly database: Database;
}

function usesOf({ instances, clusters, parameterGroups, clusterParameterGroups }: Rds): readonly Use[] {
  return [
    ...instances.map((database) => ({
      path: [...database.path, "parameterGroup"],
      name: database.parameterGroup,
      groups: parameterGroups,
      database,
    })),
    ...clusters.flatMap((database) => [
      {
        path: [...database.path, "clusterParameterGroup"],
        name: database.clusterParameterGroup,
        groups: clusterParameterGroups,
        database,
      },
      ...database.instances.map((server) => ({
        path: [...server.path, "parameterGroup"],
        name: server.parameterGroup,
        groups: parameterGroups,
        database,
      })),
    ]),
  ];
}
