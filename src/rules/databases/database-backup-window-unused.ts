import { databaseFacts } from "../../aws/facts/databases.ts";
import type { Rule } from "../rule.ts";

/** A backup window is for backups. */
export const databaseBackupWindowUnused: Rule<"database-backup-window-unused"> = {
  id: "database-backup-window-unused",
  severity: "warning",
  title: "A database with a backup window keeps its backups.",
  why: "A backupRetentionPeriod of 0 turns automatic backups off, and with them the way back to any moment of the last days. The window says when backups are made, and none are.",
  sources: [databaseFacts.databaseWindows],
  check({ rds }, report) {
    for (const { path, backupWindow, backupRetentionPeriod } of rds.instances) {
      if (backupWindow === null || backupRetentionPeriod > 0) continue;
      report(
        [...path, "backupWindow"],
        "backupRetentionPeriod is 0: no backups are made in this window",
        "keep backups for some days, or leave the window out",
      );
    }
  },
};
