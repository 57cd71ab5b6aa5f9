import { ecsFacts } from "../../aws/facts/ecs.ts";
import { faultOfSchedule } from "../../model/ecs/schedule-expression.ts";
import type { Rule } from "../rule.ts";

/** A schedule is one that can be read. */
export const ecsScheduleExpression: Rule<"ecs-schedule-expression"> = {
  id: "ecs-schedule-expression",
  severity: "error",
  title: "The schedules of a service that scales are such as Application Auto Scaling reads.",
  why: "It refuses a scheduled action that it cannot read, and Terraform's plan does not know. Its cron has six fields, with the year last, counts days of the week from 1 for Sunday, and wants ? for either the day of the month or that of the week: it is not the cron of Linux.",
  sources: [ecsFacts.ecsScheduleExpressions, ecsFacts.cronFields],
  check({ ecs }, report) {
    for (const { scaling } of ecs.services) {
      for (const { path, schedule } of scaling?.schedules ?? []) {
        const fault = faultOfSchedule(schedule);
        if (fault === null) continue;
        report([...path, "schedule"], fault, hint(schedule));
      }
    }
  },
};

function hint(schedule: string): string {
  if (schedule.startsWith("at"))
    return "write a day that there is, and hours, minutes and seconds, such as at(2027-01-31T07:00:00)";
  if (schedule.startsWith("rate"))
    return "write a positive number and minutes, hours or days, such as rate(12 hours)";
  return "write cron(minute hour day-of-month month day-of-week year), such as cron(0 7 ? * MON-FRI *)";
}
