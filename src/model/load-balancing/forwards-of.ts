import type { Path } from "../../base/path.ts";
import type { Listener, ListenerAction } from "../types/listeners.ts";

/** A target group that a listener forwards to, and where the blueprint says so. */
interface Forward {
  readonly path: Path;
  readonly targetGroup: string;
}

/** What a listener forwards to, by its action and by its rules. */
export function forwardsOf({ path, action, rules }: Listener): readonly Forward[] {
  return [{ path, action }, ...rules].flatMap((one) => {
    const at = [...one.path, "action"];
    return targetGroupsOf(one.action).map((targetGroup) => ({
      path:
        one.action.kind === "forward"
          ? [...at, "forwardTo"]
          : [...at, "forward", "targetGroups", targetGroup],
      targetGroup,
    }));
  });
}

/** The names of the target groups that an action forwards to; none where it does something else. */
export function targetGroupsOf(action: ListenerAction): readonly string[] {
  if (action.kind === "forward") return [action.targetGroup];
  return action.kind === "weighted-forward" ? action.targetGroups.map(({ name }) => name) : [];
}

/** The listener without what forwards to groups that are not among those named; null: nothing is left of it. */
export function forwardingOnlyTo<T extends { readonly action: ListenerAction }>(
  one: T,
  isThere: (targetGroup: string) => boolean,
): T | null {
  const { action } = one;
  if (action.kind === "forward") return isThere(action.targetGroup) ? one : null;
  if (action.kind !== "weighted-forward") return one;
  const targetGroups = action.targetGroups.filter(({ name }) => isThere(name));
  return targetGroups.length === 0 ? null : { ...one, action: { ...action, targetGroups } };
}
