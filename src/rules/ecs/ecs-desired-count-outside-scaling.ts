import { ecsFacts } from "../../aws/facts/ecs.ts";
import type { Rule } from "../rule.ts";

/** A service that scales begins within its bounds. */
export const ecsDesiredCountOutsideScaling: Rule<"ecs-desired-count-outside-scaling"> = {
  id: "ecs-desired-count-outside-scaling",
  severity: "warning",
  title: "A service that scales begins with as many tasks as its bounds allow.",
  why: "What desiredCount says is for the first apply alone. Application Auto Scaling, which the same apply makes, brings the number within its bounds at once, so that tasks start only to be stopped, or the number that is written never is.",
  sources: [ecsFacts.ecsScalingAdjusts],
  check({ ecs }, report) {
    for (const { path, desiredCount, scaling } of ecs.services) {
      if (scaling === null) continue;
      const { minCapacity, maxCapacity } = scaling;
      // Bounds that are the wrong way round are told by ecs-scaling-bounds.
      if (minCapacity > maxCapacity) continue;
      const isBelow = desiredCount < minCapacity;
      if (desiredCount <= maxCapacity && !isBelow) continue;
      const bound = isBelow ? `below minCapacity ${minCapacity}` : `above maxCapacity ${maxCapacity}`;
      report(
        [...path, "desiredCount"],
        `desiredCount ${desiredCount} is ${bound}`,
        "write a number between them",
      );
    }
  },
};
