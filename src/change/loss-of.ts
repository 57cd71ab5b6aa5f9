import { keptThings } from "../aws/kept-things.ts";
import type { BlockConflict, RefusedChange } from "../aws/refused-changes.ts";
import type { Action, ArgumentDifference, Body, Loss } from "./types.ts";

/** A change with both sides of it. */
export interface Sides {
  readonly type: string;
  readonly action: Action;
  readonly before: Body | null;
  readonly after: Body | null;
  readonly differences: readonly ArgumentDifference[];
  /** True: it comes, and takes over a part of a VPC that was there before. */
  readonly takesOver: boolean;
  /** Of a subnet that changes: why its block is in use when it is wanted again; null where it is not. */
  readonly conflict: BlockConflict | null;
  /** The most hosts or tasks that it may have had; infinite where the stack before does not say. */
  readonly mostBefore: number;
}

/** What is lost when the resource that is there goes, by itself or for another one, or stays with fewer hosts or tasks. */
export function lossOf({ type, action, conflict }: Sides, refusals: readonly RefusedChange[]): Loss | null {
  if (conflict === "taken") return "address";
  if (refusals.some(({ effect }) => effect === "loses-capacity")) return "capacity";
  if (action !== "destroy" && action !== "replace" && action !== "may-replace") return null;
  const kept = keptThings[type];
  if (kept === undefined || (action === "destroy" && kept.mayGo === true)) return null;
  return kept.loss;
}
