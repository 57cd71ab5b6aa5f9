import { type CronForm, DAYS, faultOfFields, MONTHS } from "../../base/cron-fields.ts";

/** A crontab's line, as EC2 Auto Scaling takes it. */
const CRONTAB: CronForm = {
  what: "a recurrence",
  fields: [
    { name: "minute", from: 0, to: 59, words: [], also: null },
    { name: "hour", from: 0, to: 23, words: [], also: null },
    { name: "day of the month", from: 1, to: 31, words: [], also: null },
    { name: "month", from: 1, to: 12, words: MONTHS, also: null },
    { name: "day of the week", from: 0, to: 7, words: DAYS, also: null },
  ],
  step: /^0*[1-9][0-9]*$/,
  takesBareStep: false,
};

/** What keeps EC2 Auto Scaling from reading a recurrence; null: nothing. */
export function faultOfRecurrence(text: string): string | null {
  return faultOfFields(text.split(/ +/), CRONTAB);
}
