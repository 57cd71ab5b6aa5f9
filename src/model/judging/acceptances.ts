import type { Blueprint } from "../../blueprint/blueprint.generated.ts";
import type { Acceptance } from "../types/network.ts";

/** The accepted warnings, in the author's order. Whether they accept anything is judged later. */
export function normaliseAcceptances(blueprint: Blueprint): readonly Acceptance[] {
  return blueprint.accept.map(({ rule, at, reason, until }, index) => ({
    path: ["accept", index],
    rule,
    at,
    reason,
    until: until ?? null,
  }));
}
