import type { Path } from "../../base/path.ts";
import type { Listener } from "../types/load-balancing.ts";

/** A target group that a listener forwards to, and where the blueprint says so. */
interface Forward {
  readonly path: Path;
  readonly targetGroup: string;
}

/** What a listener forwards to, by its action and by its rules. */
export function forwardsOf({ path, action, rules }: Listener): readonly Forward[] {
  const own = action.kind === "forward" ? [action.targetGroup] : [];
  return [
    ...own.map((targetGroup) => ({ path: [...path, "action", "forwardTo"], targetGroup })),
    ...rules.map((rule) => ({ path: [...rule.path, "forwardTo"], targetGroup: rule.targetGroup })),
  ];
}
