import type { TopologyIndex } from "./index-topology.ts";
import type { Hop } from "./trace.ts";

/** Whether something that nobody understood touches one of these, or everything. */
export function mayBeTouched({ leftOut }: TopologyIndex, ids: readonly string[]): boolean {
  return leftOut.has("") || ids.some((id) => leftOut.has(id));
}

/** The hop, unless something that nobody understood has a say in it: then nothing is known. */
export function unlessLeftOut(index: TopologyIndex, ids: readonly string[], hop: Hop): Hop {
  const left = ids.map((id) => index.leftOut.get(id)).find((one) => one !== undefined);
  if (left === undefined) return hop;
  return { ...hop, passes: "unknown", reason: left.why, place: left.place };
}
