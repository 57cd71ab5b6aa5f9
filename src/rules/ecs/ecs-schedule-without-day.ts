import { ecsFacts } from "../../aws/facts/ecs.ts";
import { isWithoutDay } from "../../model/ecs/schedule-expression.ts";
import type { Rule } from "../rule.ts";

/** A schedule says on which days. */
export const ecsScheduleWithoutDay: Rule<"ecs-schedule-without-day"> = {
  id: "ecs-schedule-without-day",
  severity: "warning",
  title: "The cron of a schedule says the day of the month or the day of the week.",
  why: "A ? stands for: no word here, the other field says it. With ? in both, nothing says on which days the schedule is. Quartz, whose cron has the same form, refuses it; AWS's page speaks of one ? only, and Terraform's plan does not look.",
  sources: [ecsFacts.cronFields, ecsFacts.quartzDayFields],
  yieldsTo: ["ecs-schedule-expression"],
  check({ ecs }, report) {
    for (const { scaling } of ecs.services) {
      for (const { path, schedule } of scaling?.schedules ?? []) {
        if (!isWithoutDay(schedule)) continue;
        report(
          [...path, "schedule"],
          "this cron has ? for the day of the month and for the day of the week: it is on no day",
          "for every day write cron(0 7 * * ? *)",
        );
      }
    }
  },
};
