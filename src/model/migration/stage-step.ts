import { STAGES, type StageId } from "../types/migration.ts";

/** How far the Terraform configuration of a stack has come: before any migration, at a stage, or past the last. */
export type StackPosition = StageId | "before" | "after";

/** True when one apply may lead from one position to the other: they are the same, or neighbours. */
export function isOneStepApart(from: StackPosition, to: StackPosition): boolean {
  return Math.abs(indexOf(from) - indexOf(to)) <= 1;
}

/** The next position on the way from one to another; the other itself when they are neighbours. */
export function nextPosition(from: StackPosition, to: StackPosition): StackPosition {
  const index = indexOf(from) + Math.sign(indexOf(to) - indexOf(from));
  return STAGES[index] ?? (index < 0 ? "before" : "after");
}

function indexOf(position: StackPosition): number {
  if (position === "before") return -1;
  return position === "after" ? STAGES.length : STAGES.indexOf(position);
}
