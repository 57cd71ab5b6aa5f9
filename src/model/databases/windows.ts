const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const DAY = 24 * 60;
const WEEK = DAYS.length * DAY;

/** From when on, in minutes since Monday at midnight, and for how many minutes. */
interface Window {
  readonly start: number;
  readonly minutes: number;
}

/** How long a maintenance window such as `sun:03:00-sun:04:00` is, in minutes. */
export function minutesOfMaintenance(text: string): number {
  return maintenance(text).minutes;
}

/** How long a backup window such as `01:00-02:00` is, in minutes. */
export function minutesOfBackup(text: string): number {
  return backup(text).minutes;
}

/** True where backups of some day are made while there is maintenance; where one begins as the other ends, they are not. */
export function isBackupInMaintenance(backupText: string, maintenanceText: string): boolean {
  const [{ start, minutes }, weekly] = [backup(backupText), maintenance(maintenanceText)];
  return DAYS.some((_, day) => {
    const daily = { start: day * DAY + start, minutes };
    return isBegunIn(daily, weekly) || isBegunIn(weekly, daily);
  });
}

function isBegunIn(one: Window, other: Window): boolean {
  return one.minutes > 0 && modulo(one.start - other.start, WEEK) < other.minutes;
}

function maintenance(text: string): Window {
  const [start, end] = ends(text).map((at) => DAYS.indexOf(at.slice(0, 3)) * DAY + minuteOf(at.slice(4)));
  return { start: start ?? 0, minutes: modulo((end ?? 0) - (start ?? 0), WEEK) };
}

function backup(text: string): Window {
  const [start, end] = ends(text).map(minuteOf);
  return { start: start ?? 0, minutes: modulo((end ?? 0) - (start ?? 0), DAY) };
}

function ends(text: string): readonly string[] {
  return text.split("-");
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function modulo(number: number, by: number): number {
  return ((number % by) + by) % by;
}
