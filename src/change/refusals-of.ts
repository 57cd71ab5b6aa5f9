import { type ArgumentSide, type RefusedChange, refusedChanges } from "../aws/refused-changes.ts";
import { isOn } from "./argument-differences.ts";
import { valueAt } from "./ignored-arguments.ts";
import type { Sides } from "./loss-of.ts";
import type { Body } from "./types.ts";

/** What AWS refuses of a change, or does without the plan saying so. */
export function refusalsOf(sides: Sides): readonly RefusedChange[] {
  return refusedChanges.filter((one) => one.type === sides.type && concerns(one, sides));
}

function concerns(one: RefusedChange, sides: Sides): boolean {
  if (one.takesOver === true || sides.takesOver) return one.takesOver === sides.takesOver;
  return one.comes === true ? sides.action === "create" : concernsWhatIsThere(one, sides);
}

function concernsWhatIsThere(
  { argument, from, to, whileOn, conflict, wasIgnored }: RefusedChange,
  { action, before, after, differences, ...sides }: Sides,
): boolean {
  if (before === null || (conflict !== undefined && conflict !== sides.conflict)) return false;
  const goes = action === "destroy" || action === "replace";
  if (argument === null) return goes && (whileOn === undefined || isOn(before, whileOn));
  if (goes || after === null) return false;
  if (wasIgnored === true) return isLowered(argument, differences, after, sides.mostBefore);
  const touched = differences.some(
    (one) => one.argument === argument || one.argument.startsWith(`${argument}.`),
  );
  return touched && isSide(valueAt(before, argument), from) && isSide(valueAt(after, argument), to);
}

/** Whether a number that was left as AWS has it may become a smaller one. */
function isLowered(argument: string, differences: Sides["differences"], after: Body, most: number): boolean {
  const next = valueAt(after, argument);
  const isReleased = differences.some((one) => one.wasIgnored && one.argument === argument);
  return isReleased && !(typeof next === "number" && next >= most);
}

function isSide(value: unknown, side: ArgumentSide | undefined): boolean {
  if (side === undefined) return true;
  const isAbsent =
    value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
  if (side === "absent") return isAbsent;
  if (side === "present") return !isAbsent;
  return value === side.value;
}
