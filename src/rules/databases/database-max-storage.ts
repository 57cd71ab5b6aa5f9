import { databaseFacts } from "../../aws/facts/databases.ts";
import type { Rule } from "../rule.ts";

/** Storage has room to grow. */
export const databaseMaxStorage: Rule<"database-max-storage"> = {
  id: "database-max-storage",
  severity: "error",
  title: "The most storage of a database is a tenth more than what it begins with, at least.",
  why: "RDS answers with invalid max storage size where maxAllocatedStorageGib is less than 110 % of allocatedStorageGib, and Terraform's plan does not know. From 126 % on it sends no event that the most is reached.",
  sources: [databaseFacts.storageAutoscaling],
  check({ rds }, report) {
    for (const { path, allocatedStorageGib, maxAllocatedStorageGib } of rds.instances) {
      const least = Math.ceil((allocatedStorageGib * 11) / 10);
      if (maxAllocatedStorageGib === null || maxAllocatedStorageGib >= least) continue;
      report(
        [...path, "maxAllocatedStorageGib"],
        `${maxAllocatedStorageGib} GiB is less than a tenth above allocatedStorageGib ${allocatedStorageGib}`,
        `write ${least} or more, or leave it out`,
      );
    }
  },
};
