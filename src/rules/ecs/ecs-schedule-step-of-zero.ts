import { ecsFacts } from "../../aws/facts/ecs.ts";
import { zeroStepIn } from "../../model/ecs/schedule-expression.ts";
import type { Rule } from "../rule.ts";

/** A step goes somewhere. */
export const ecsScheduleStepOfZero: Rule<"ecs-schedule-step-of-zero"> = {
  id: "ecs-schedule-step-of-zero",
  severity: "warning",
  title: "The steps of a cron are 1 or more.",
  why: "A slash says how far it is from one time to the next. AWS's page knows no step of 0. Quartz, whose cron has the same form, takes */0 for every minute, hour or day, and 5/0 for 5 alone, which hardly anybody means. Terraform's plan does not look.",
  sources: [ecsFacts.cronFields, ecsFacts.quartzSteps],
  yieldsTo: ["ecs-schedule-expression"],
  check({ ecs }, report) {
    for (const { scaling } of ecs.services) {
      for (const { path, schedule } of scaling?.schedules ?? []) {
        const step = zeroStepIn(schedule);
        if (step === null) continue;
        report(
          [...path, "schedule"],
          `${JSON.stringify(step)} has a step of 0`,
          "write * for every one, a number for one of them, or a step such as */15",
        );
      }
    }
  },
};
