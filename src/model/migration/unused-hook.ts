import type { HookChoice } from "../types/hooks.ts";

/** The hook as long as the migration has not come to what needs it. */
export function unusedHook({ id, state, reason }: HookChoice): HookChoice {
  if (state === "unused") return { id, state, reason };
  return { id, state: "unused", reason: "the migration has not come to what needs it" };
}
