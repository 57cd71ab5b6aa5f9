import { computeFacts } from "../../aws/facts/compute.ts";
import type { Rule } from "../rule.ts";

/** A group that follows a metric has sizes to choose from. */
export const autoScalingFixedSize: Rule<"auto-scaling-fixed-size"> = {
  id: "auto-scaling-fixed-size",
  severity: "warning",
  title: "A group that follows a metric has a largest size above its smallest.",
  why: "EC2 Auto Scaling keeps the number of hosts between the two sizes. Where they are one number, and those of every schedule too, the metric is watched, its alarms are paid for, and nothing ever changes.",
  sources: [computeFacts.groupSizes],
  check({ compute }, report) {
    for (const { path, minSize, maxSize, scaling } of compute.autoScalingGroups) {
      if (scaling === null || scaling.targetTracking.length === 0) continue;
      const isFixed = [{ minSize, maxSize }, ...scaling.schedules].every(
        (one) => one.minSize === one.maxSize,
      );
      if (!isFixed) continue;
      const count = `${maxSize} ${maxSize === 1 ? "host" : "hosts"}`;
      report([...path, "maxSize"], `never more nor less than ${count}`, "write a larger maxSize");
    }
  },
};
