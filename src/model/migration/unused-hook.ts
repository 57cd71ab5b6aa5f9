import type { GapChoice, HookChoice } from "../types/hooks.ts";

const REASON = "the migration has not come to what needs it";

/** The hook as long as the migration has not come to what needs it. */
export function unusedHook({ id, path, state, reason, gaps }: HookChoice): HookChoice {
  return {
    id,
    state: "unused",
    reason: state === "unused" ? reason : REASON,
    gaps: gaps.map(unusedGap),
    path,
    parts: [],
  };
}

/** The same for one gap of a hook. */
export function unusedGap(choice: GapChoice): GapChoice {
  return choice.state === "unused" ? choice : { gap: choice.gap, state: "unused", reason: REASON };
}
