import type { GapChoice } from "../types/hooks.ts";
import { compareVersions, parseVersion } from "./version-constraint.ts";

/** The first provider version that does all of what a hook does; null: no such version is known, or the hook does nothing. */
export function nativeFrom(gaps: readonly GapChoice[]): string | null {
  const hooked = gaps.filter(({ state }) => state === "hook").map(({ gap }) => gap.closedIn);
  return hooked.reduce(
    (latest, one) => (latest === null || one === null ? null : later(latest, one)),
    hooked[0] ?? null,
  );
}

function later(one: string, other: string): string {
  const [a, b] = [parseVersion(one), parseVersion(other)];
  return a !== null && b !== null && compareVersions(a, b) < 0 ? other : one;
}
