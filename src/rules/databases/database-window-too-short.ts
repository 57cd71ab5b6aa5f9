import { databaseFacts } from "../../aws/facts/databases.ts";
import { minutesOfBackup, minutesOfMaintenance } from "../../model/databases/windows.ts";
import type { Rule } from "../rule.ts";

/** Minutes, by `databaseFacts.databaseWindows`. */
const SHORTEST = 30;

/** A window is long enough. */
export const databaseWindowTooShort: Rule<"database-window-too-short"> = {
  id: "database-window-too-short",
  severity: "error",
  title: "The backup window and the maintenance window of a database are of 30 minutes at least.",
  why: "RDS refuses shorter windows, and Terraform's plan does not know. A window that ends when it begins has no minute: RDS knows none for the whole day.",
  sources: [databaseFacts.databaseWindows],
  check({ rds }, report) {
    for (const { path, backupWindow, maintenanceWindow } of [...rds.instances, ...rds.clusters]) {
      const windows = [
        { key: "backupWindow", text: backupWindow, minutesOf: minutesOfBackup },
        { key: "maintenanceWindow", text: maintenanceWindow, minutesOf: minutesOfMaintenance },
      ];
      for (const { key, text, minutesOf } of windows) {
        if (text === null || minutesOf(text) >= SHORTEST) continue;
        const message = `the window ${text} has ${minutesOf(text)} minutes`;
        report([...path, key], message, `let it end ${SHORTEST} minutes after it begins, or later`);
      }
    }
  },
};
