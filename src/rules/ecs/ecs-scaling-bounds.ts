import { ecsFacts } from "../../aws/facts/ecs.ts";
import type { Rule } from "../rule.ts";

/** The fewest are not more than the most. */
export const ecsScalingBounds: Rule<"ecs-scaling-bounds"> = {
  id: "ecs-scaling-bounds",
  severity: "error",
  title: "The fewest tasks of a service that scales are no more than the most.",
  why: "Application Auto Scaling refuses bounds of which the lower is above the upper, and Terraform's plan does not know.",
  sources: [ecsFacts.ecsScalingBounds],
  check({ ecs }, report) {
    for (const { scaling } of ecs.services) {
      if (scaling === null) continue;
      for (const { path, minCapacity, maxCapacity } of [scaling, ...scaling.schedules]) {
        if (minCapacity <= maxCapacity) continue;
        report(
          [...path, "minCapacity"],
          `minCapacity ${minCapacity} is above maxCapacity ${maxCapacity}`,
          "swap them, or write one number for both",
        );
      }
    }
  },
};
