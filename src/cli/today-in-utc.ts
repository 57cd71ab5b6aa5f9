/** The day it is in UTC, YYYY-MM-DD. */
export function todayInUtc(): string {
  return new Date().toISOString().slice(0, "YYYY-MM-DD".length);
}
