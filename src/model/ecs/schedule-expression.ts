import { type CronForm, DAYS, faultOfFields, MONTHS } from "../../base/cron-fields.ts";

/** The cron of Application Auto Scaling. */
const CRON: CronForm = {
  what: "cron",
  fields: [
    { name: "minute", from: 0, to: 59, words: [], also: null },
    { name: "hour", from: 0, to: 23, words: [], also: null },
    {
      name: "day of the month",
      from: 1,
      to: 31,
      words: [],
      also: /^(?:\?|LW?|L-[0-9]+W?|(?:[1-9]|[12][0-9]|3[01])W)$/,
    },
    { name: "month", from: 1, to: 12, words: MONTHS, also: null },
    { name: "day of the week", from: 1, to: 7, words: DAYS, also: /^(?:\?|L|[1-7A-Z]+L|[1-7A-Z]+#[1-5])$/ },
    { name: "year", from: 1970, to: 2199, words: [], also: null },
  ],
  step: /^[0-9]+$/,
  takesBareStep: true,
};

/** What keeps Application Auto Scaling from reading a schedule; null: nothing. Its brackets are there. */
export function faultOfSchedule(text: string): string | null {
  const inside = insideOf(text);
  if (text.startsWith("cron")) return faultOfCron(inside.split(/\s+/));
  if (text.startsWith("at")) return isMoment(inside) ? null : `${JSON.stringify(inside)} is no moment`;
  return /^0*[1-9][0-9]*\s+(?:minute|hour|day)s?$/.test(inside)
    ? null
    : `${JSON.stringify(inside)} is no rate`;
}

/** True for a cron that leaves the day to the other one, in both fields of days. */
export function isWithoutDay(text: string): boolean {
  if (!text.startsWith("cron")) return false;
  const [, , dayOfMonth, , dayOfWeek] = insideOf(text).split(/\s+/);
  return dayOfMonth === "?" && dayOfWeek === "?";
}

/** The part of a cron whose step is 0; null: there is none. */
export function zeroStepIn(text: string): string | null {
  if (!text.startsWith("cron")) return null;
  const parts = insideOf(text).split(/[\s,]+/);
  return parts.find((part) => /\/0+$/.test(part)) ?? null;
}

/** The day of a schedule for one moment, as YYYY-MM-DD; null: it is for many, or for no day that there is. */
export function dayOfMoment(text: string): string | null {
  const inside = insideOf(text);
  return text.startsWith("at") && isMoment(inside) ? inside.slice(0, "yyyy-mm-dd".length) : null;
}

/** What stands in the brackets. */
function insideOf(text: string): string {
  return text.slice(text.indexOf("(") + 1, -1).trim();
}

function faultOfCron(written: readonly string[]): string | null {
  const fault = faultOfFields(written, CRON);
  if (fault !== null) return fault;
  const [, , dayOfMonth, , dayOfWeek] = written;
  return dayOfMonth === "?" || dayOfWeek === "?"
    ? null
    : "one of the day of the month and the day of the week has to be ?";
}

/** True for a day and a second that there are. */
function isMoment(text: string): boolean {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}$/.test(text)) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = text.split(/[-T:]/).map(Number);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return month >= 1 && month <= 12 && day >= 1 && day <= last && hour <= 23 && minute <= 59 && second <= 59;
}
