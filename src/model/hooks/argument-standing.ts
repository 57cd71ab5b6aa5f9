import { invariant } from "../../base/invariant.ts";
import { allowsBelow, parseConstraint, parseVersion, type Version } from "./version-constraint.ts";

/**
 * present: every provider version that is allowed has it. absent: one that is allowed is known to lack it. unknown:
 * neither is known, for some allowed versions were never looked into.
 */
export type Standing = "present" | "absent" | "unknown";

/** Since when the provider has something. */
export interface Since {
  /** The last version known to lack it; null: all before `presentIn` do. */
  readonly absentIn: string | null;
  /** The first version known to have it; null: none is. */
  readonly presentIn: string | null;
}

/** How something stands under a constraint such as `>= 5.100, < 7.0`, which can be read. */
export function standingOf({ absentIn, presentIn }: Since, constraint: string): Standing {
  const range = parseConstraint(constraint);
  invariant(range !== null, `${constraint} is no version constraint`);
  if (presentIn === null) return "absent";
  const border = versionOf(presentIn);
  if (!allowsBelow(range, border)) return "present";
  return absentIn === null || allowsBelow(range, after(versionOf(absentIn))) ? "absent" : "unknown";
}

function versionOf(text: string): Version {
  const version = parseVersion(text);
  invariant(version !== null, `${text} is no version`);
  return version;
}

function after([major, minor, patch]: Version): Version {
  return [major, minor, patch + 1];
}
