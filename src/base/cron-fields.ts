/** One field of a cron expression. */
interface CronField {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** What stands for the numbers from the first on. */
  readonly words: readonly string[];
  /** What else it may be; null: nothing. */
  readonly also: RegExp | null;
}

/** How a service writes times that come again. */
export interface CronForm {
  /** What it is called in findings. */
  readonly what: string;
  readonly fields: readonly CronField[];
  /** How far it may be from one time to the next. */
  readonly step: RegExp;
  /** Whether a step may stand behind nothing, as if behind `*`. */
  readonly takesBareStep: boolean;
}

export const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
export const DAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

/** What keeps a service from reading the fields of a cron expression; null: nothing. */
export function faultOfFields(written: readonly string[], form: CronForm): string | null {
  const { what, fields } = form;
  if (written.length !== fields.length)
    return `${what} has ${fields.length} fields, and here are ${written.length}`;
  for (const [index, field] of fields.entries()) {
    const parts = (written[index] ?? "").split(",");
    const wrong = parts.find((part) => !isPart(part.toUpperCase(), field, form));
    if (wrong !== undefined) return `${JSON.stringify(wrong)} is no ${field.name}`;
  }
  return null;
}

function isPart(part: string, field: CronField, { step: steps, takesBareStep }: CronForm): boolean {
  if (field.also?.test(part) === true) return true;
  const [range = "", step, ...rest] = part.split("/");
  if (rest.length > 0 || (step !== undefined && !steps.test(step))) return false;
  if (range === "*" || (takesBareStep && range === "" && step !== undefined)) return true;
  const ends = range.split("-");
  return ends.length <= 2 && ends.every((end) => isValue(end, field));
}

function isValue(text: string, { from, to, words }: CronField): boolean {
  if (words.includes(text)) return true;
  return /^[0-9]+$/.test(text) && Number(text) >= from && Number(text) <= to;
}
