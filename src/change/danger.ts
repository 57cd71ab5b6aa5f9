import type { Action, ResourceChange } from "./types.ts";

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

/** Sorts what loses data first, then what loses an address, what AWS refuses, what goes, what changes, what comes. */
export function compareDanger(a: ResourceChange, b: ResourceChange): number {
  return dangerOf(a) - dangerOf(b) || (a.address < b.address ? -1 : a.address > b.address ? 1 : 0);
}

function dangerOf({ loss, refusals, action }: ResourceChange): number {
  const first = loss === "data" ? 0 : loss === "address" ? 1 : refusals.length > 0 ? 2 : 3;
  return first * ACTIONS.length + ACTIONS.indexOf(action);
}
