/** One field of a cron expression. */
interface Field {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** What stands for the numbers from the first on. */
  readonly words: readonly string[];
  /** What else it may be. */
  readonly also: RegExp | null;
}

const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const DAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
const FIELDS: readonly Field[] = [
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
];

/** What keeps Application Auto Scaling from reading a schedule; null: nothing. Its brackets are there. */
export function faultOfSchedule(text: string): string | null {
  const inside = text.slice(text.indexOf("(") + 1, -1).trim();
  if (text.startsWith("cron")) return faultOfCron(inside.split(/\s+/));
  if (text.startsWith("at")) return isMoment(inside) ? null : `${JSON.stringify(inside)} is no moment`;
  return /^0*[1-9][0-9]*\s+(?:minute|hour|day)s?$/.test(inside)
    ? null
    : `${JSON.stringify(inside)} is no rate`;
}

/** True for a cron that leaves the day to the other one, in both fields of days. */
export function isWithoutDay(text: string): boolean {
  if (!text.startsWith("cron")) return false;
  const [, , dayOfMonth, , dayOfWeek] = text
    .slice(text.indexOf("(") + 1, -1)
    .trim()
    .split(/\s+/);
  return dayOfMonth === "?" && dayOfWeek === "?";
}

/** The part of a cron whose step is 0; null: there is none. */
export function zeroStepIn(text: string): string | null {
  if (!text.startsWith("cron")) return null;
  const parts = text
    .slice(text.indexOf("(") + 1, -1)
    .trim()
    .split(/[\s,]+/);
  return parts.find((part) => /\/0+$/.test(part)) ?? null;
}

/** The day of a schedule for one moment, as YYYY-MM-DD; null: it is for many, or for no day that there is. */
export function dayOfMoment(text: string): string | null {
  const inside = text.slice(text.indexOf("(") + 1, -1).trim();
  return text.startsWith("at") && isMoment(inside) ? inside.slice(0, "yyyy-mm-dd".length) : null;
}

function faultOfCron(written: readonly string[]): string | null {
  if (written.length !== FIELDS.length)
    return `cron has ${FIELDS.length} fields, and here are ${written.length}`;
  for (const [index, field] of FIELDS.entries()) {
    const text = written[index] ?? "";
    const wrong = text.split(",").find((part) => !isPart(part.toUpperCase(), field));
    if (wrong !== undefined) return `${JSON.stringify(wrong)} is no ${field.name}`;
  }
  const [, , dayOfMonth, , dayOfWeek] = written;
  return dayOfMonth === "?" || dayOfWeek === "?"
    ? null
    : "one of the day of the month and the day of the week has to be ?";
}

function isPart(part: string, field: Field): boolean {
  if (field.also?.test(part) === true) return true;
  const [range = "", step, ...rest] = part.split("/");
  if (rest.length > 0 || (step !== undefined && !/^[0-9]+$/.test(step))) return false;
  if (range === "*" || (range === "" && step !== undefined)) return true;
  const ends = range.split("-");
  return ends.length <= 2 && ends.every((end) => isValue(end, field));
}

function isValue(text: string, { from, to, words }: Field): boolean {
  if (words.includes(text)) return true;
  return /^[0-9]+$/.test(text) && Number(text) >= from && Number(text) <= to;
}

/** True for a day and a second that there are. */
function isMoment(text: string): boolean {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}$/.test(text)) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = text.split(/[-T:]/).map(Number);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return month >= 1 && month <= 12 && day >= 1 && day <= last && hour <= 23 && minute <= 59 && second <= 59;
}
