import { computeFacts } from "../../aws/facts/compute.ts";
import { timeZones } from "../../aws/time-zones.ts";
import { didYouMean } from "../../base/did-you-mean.ts";
import type { Rule } from "../rule.ts";

/** A schedule's time zone is one of IANA's. */
export const autoScalingTimeZone: Rule<"auto-scaling-time-zone"> = {
  id: "auto-scaling-time-zone",
  severity: "warning",
  title: "The time zone of an auto scaling group's schedule is one of IANA's.",
  why: "EC2 Auto Scaling takes the names of IANA's time zones, in their upper and lower case, and refuses others. Hextet knows those of tzdata 2026d; a zone that is newer is right all the same.",
  sources: [computeFacts.scalingTimeZones],
  check({ compute }, report) {
    for (const { scaling } of compute.autoScalingGroups) {
      for (const { path, timeZone } of scaling?.schedules ?? []) {
        if (timeZones.has(timeZone)) continue;
        const otherwise = "write one such as Europe/Lisbon, or leave it out for UTC";
        const hint = didYouMean(timeZone, timeZones, otherwise);
        report([...path, "timeZone"], `"${timeZone}" is no time zone of IANA`, hint);
      }
    }
  },
};
