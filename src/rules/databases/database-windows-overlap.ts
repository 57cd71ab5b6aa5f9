import { databaseFacts } from "../../aws/facts/databases.ts";
import { isBackupInMaintenance } from "../../model/databases/windows.ts";
import type { Rule } from "../rule.ts";

/** No backup is made in the maintenance window. */
export const databaseWindowsOverlap: Rule<"database-windows-overlap"> = {
  id: "database-windows-overlap",
  severity: "error",
  title: "The backup window of a database lies outside its maintenance window.",
  why: "RDS refuses a database whose daily backup window and weekly maintenance window have a minute in common, on any day. Terraform's plan does not know. One may begin as the other ends.",
  sources: [databaseFacts.databaseWindows],
  check({ rds }, report) {
    for (const { path, backupWindow, maintenanceWindow } of [...rds.instances, ...rds.clusters]) {
      if (backupWindow === null || maintenanceWindow === null) continue;
      if (!isBackupInMaintenance(backupWindow, maintenanceWindow)) continue;
      report(
        [...path, "backupWindow"],
        `backups from ${backupWindow} lie in the maintenance window ${maintenanceWindow}`,
        "move one of the two windows",
      );
    }
  },
};
