import type { Direction, NetworkAclEntry } from "../types/filtering.ts";

/** The last rule number that a network ACL takes. */
export const LAST_RULE_NUMBER = 32_766;

/** A number for a new entry that nothing denies in front of it: the wished one, or a free one as near as can be. */
export function freeRuleNumber(
  entries: readonly NetworkAclEntry[],
  direction: Direction,
  preferred: number,
): number {
  const own = entries.filter((entry) => entry.direction === direction);
  const firstDenying = own.find(({ action }) => action === "deny")?.ruleNumber ?? LAST_RULE_NUMBER;
  return nearestFreeNumber(own, Math.max(1, Math.min(preferred, firstDenying - 1)));
}

/** The free number nearest to the wished one among the entries of one direction, lower ones first. */
export function nearestFreeNumber(entries: readonly NetworkAclEntry[], preferred: number): number {
  const taken = new Set(entries.map(({ ruleNumber }) => ruleNumber));
  const steps = Array.from({ length: taken.size + 1 }, (_, step) => step);
  const numbers = [...steps.map((step) => preferred - step), ...steps.map((step) => preferred + step)];
  return (
    numbers.find((number) => number > 0 && number <= LAST_RULE_NUMBER && !taken.has(number)) ?? preferred
  );
}
