import { ecsFacts } from "../../aws/facts/ecs.ts";
import { dayOfMoment } from "../../model/ecs/schedule-expression.ts";
import type { Rule } from "../rule.ts";

const DAY = 24 * 60 * 60 * 1000;
/** Days after which a day has ended in each time zone. */
const EVERYWHERE_OVER = 2;

/** What happens once has not happened yet. */
export const ecsScheduleInThePast: Rule<"ecs-schedule-in-the-past"> = {
  id: "ecs-schedule-in-the-past",
  severity: "warning",
  title: "A schedule for one moment is for one to come.",
  why: "A schedule such as at(2027-01-31T07:00:00) scales once, at its moment. When that has passed the entry does nothing any more, and a reader takes it for something that will happen. A year that was mistyped shows in no plan.",
  sources: [ecsFacts.ecsScheduleExpressions],
  yieldsTo: ["ecs-schedule-expression"],
  check({ ecs }, report, _, today) {
    for (const { scaling } of ecs.services) {
      for (const { path, schedule } of scaling?.schedules ?? []) {
        const day = dayOfMoment(schedule);
        if (day === null || Date.parse(day) + EVERYWHERE_OVER * DAY > Date.parse(today)) continue;
        report(
          [...path, "schedule"],
          `the moment of this schedule was on ${day}`,
          "take the entry out, or write a moment to come",
        );
      }
    }
  },
};
