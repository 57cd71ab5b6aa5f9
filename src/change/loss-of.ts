import { keptThings } from "../aws/kept-things.ts";
import type { Action, ArgumentDifference, Body, Loss } from "./types.ts";

/** A change with both sides of it. */
export interface Sides {
  readonly type: string;
  readonly action: Action;
  readonly before: Body | null;
  readonly after: Body | null;
  readonly differences: readonly ArgumentDifference[];
}

/** What is lost when the resource that is there goes, by itself or for another one. */
export function lossOf({ type, action }: Sides): Loss | null {
  if (action !== "destroy" && action !== "replace" && action !== "may-replace") return null;
  const kept = keptThings[type];
  if (kept === undefined || (action === "destroy" && kept.mayGo === true)) return null;
  return kept.loss;
}
