import { monitoringFacts } from "../../aws/facts/monitoring.ts";
import type { Rule } from "../rule.ts";

/** Periods of less than a minute, in seconds. */
const SHORT: readonly number[] = [10, 20, 30];
const MINUTE = 60;

/** CloudWatch counts in minutes. */
export const alarmPeriod: Rule<"alarm-period"> = {
  id: "alarm-period",
  severity: "error",
  title: "The period of an alarm is 10, 20 or 30 seconds, or whole minutes.",
  why: "CloudWatch and the AWS provider refuse every other period. Periods of less than a minute are for metrics that are published so often, which those of EC2 and of load balancers are not.",
  sources: [monitoringFacts.alarmPeriods],
  check({ cloudwatch }, report) {
    for (const { path, period } of cloudwatch.alarms) {
      if (SHORT.includes(period) || period % MINUTE === 0) continue;
      report(
        [...path, "period"],
        `an alarm cannot have a period of ${period} seconds`,
        `write ${Math.ceil(period / MINUTE) * MINUTE}`,
      );
    }
  },
};
