import { ecsFacts } from "../../aws/facts/ecs.ts";
import { timeZones } from "../../aws/time-zones.ts";
import { didYouMean } from "../../base/did-you-mean.ts";
import type { Rule } from "../rule.ts";

/** A schedule's time zone is one of IANA's. */
export const ecsScheduleTimezone: Rule<"ecs-schedule-timezone"> = {
  id: "ecs-schedule-timezone",
  severity: "warning",
  title: "The time zone of a schedule is one of IANA's.",
  why: "Application Auto Scaling takes the names of IANA's time zones, in their upper and lower case, and refuses others. Hextet knows those of tzdata 2026d; a zone that is newer is right all the same.",
  sources: [ecsFacts.ecsScheduleTimezones],
  check({ ecs }, report) {
    for (const { scaling } of ecs.services) {
      for (const { path, timezone } of scaling?.schedules ?? []) {
        if (timeZones.has(timezone)) continue;
        const hint = didYouMean(
          timezone,
          timeZones,
          "write one such as Europe/Lisbon, or leave it out for UTC",
        );
        report([...path, "timezone"], `"${timezone}" is no time zone of IANA`, hint);
      }
    }
  },
};
