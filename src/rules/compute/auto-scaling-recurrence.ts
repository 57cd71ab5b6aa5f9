import { computeFacts } from "../../aws/facts/compute.ts";
import { faultOfRecurrence } from "../../model/compute/recurrence.ts";
import type { Rule } from "../rule.ts";

/** A recurrence is one that can be read. */
export const autoScalingRecurrence: Rule<"auto-scaling-recurrence"> = {
  id: "auto-scaling-recurrence",
  severity: "error",
  title: "The schedules of an auto scaling group are such as EC2 Auto Scaling reads.",
  why: "It refuses a scheduled action that it cannot read, and Terraform's plan does not know. Its recurrence is a crontab's line of five fields: no year, no ?, no L and no #, which are the cron of Application Auto Scaling and EventBridge.",
  sources: [computeFacts.scalingRecurrence],
  check({ compute }, report) {
    for (const { scaling } of compute.autoScalingGroups) {
      for (const { path, recurrence } of scaling?.schedules ?? []) {
        const fault = faultOfRecurrence(recurrence);
        if (fault === null) continue;
        const hint = "write minute hour day-of-month month day-of-week, such as 0 7 * * MON-FRI";
        report([...path, "recurrence"], fault, hint);
      }
    }
  },
};
