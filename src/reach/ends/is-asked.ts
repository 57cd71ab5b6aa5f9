import type { QueryEnd } from "../walk/trace.ts";
import type { Source } from "./pairs-of.ts";

/** Nobody calls himself, and only who has a call to make outside calls there. */
export function isAsked({ end: from, callsOut }: Pick<Source, "end" | "callsOut">, to: QueryEnd): boolean {
  if (to.kind !== "node") return callsOut;
  return !(from.kind === "node" && from.id === to.id);
}
