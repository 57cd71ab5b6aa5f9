import type { Action, Loss, ResourceChange } from "./types.ts";

const ACTIONS: readonly Action[] = [
  "destroy",
  "replace",
  "may-replace",
  "forget",
  "update",
  "import",
  "move",
  "create",
];

const LOSSES: readonly Loss[] = ["data", "capacity", "address"];

/** Sorts what loses data first, then what loses hosts or tasks, an address, what AWS refuses, what goes, what changes, what comes. */
export function compareDanger(a: ResourceChange, b: ResourceChange): number {
  return dangerOf(a) - dangerOf(b) || (a.address < b.address ? -1 : a.address > b.address ? 1 : 0);
}

function dangerOf({ loss, refusals, action }: ResourceChange): number {
  const first =
    loss === null ? (refusals.length > 0 ? LOSSES.length : LOSSES.length + 1) : LOSSES.indexOf(loss);
  return first * ACTIONS.length + ACTIONS.indexOf(action);
}
