/** One field of a crontab's line. */
interface Field {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** What stands for the numbers from `from` on. */
  readonly words: readonly string[];
}

const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const DAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
const FIELDS: readonly Field[] = [
  { name: "minute", from: 0, to: 59, words: [] },
  { name: "hour", from: 0, to: 23, words: [] },
  { name: "day of the month", from: 1, to: 31, words: [] },
  { name: "month", from: 1, to: 12, words: MONTHS },
  { name: "day of the week", from: 0, to: 7, words: DAYS },
];

/** What keeps EC2 Auto Scaling from reading a recurrence; null: nothing. */
export function faultOfRecurrence(text: string): string | null {
  const written = text.split(/ +/);
  if (written.length !== FIELDS.length)
    return `a recurrence has ${FIELDS.length} fields, and here are ${written.length}`;
  for (const [index, field] of FIELDS.entries()) {
    const parts = (written[index] ?? "").split(",");
    const wrong = parts.find((part) => !isPart(part.toUpperCase(), field));
    if (wrong !== undefined) return `${JSON.stringify(wrong)} is no ${field.name}`;
  }
  return null;
}

function isPart(part: string, field: Field): boolean {
  const [range = "", step, ...rest] = part.split("/");
  if (rest.length > 0 || (step !== undefined && !/^0*[1-9][0-9]*$/.test(step))) return false;
  if (range === "*") return true;
  const ends = range.split("-");
  return ends.length <= 2 && ends.every((end) => isValue(end, field));
}

function isValue(text: string, { from, to, words }: Field): boolean {
  if (words.includes(text)) return true;
  return /^[0-9]+$/.test(text) && Number(text) >= from && Number(text) <= to;
}
