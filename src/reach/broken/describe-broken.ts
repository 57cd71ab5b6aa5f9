import { NAT64_PREFIX } from "../../aws/well-known-prefixes.ts";
import { formatPath, type Path } from "../../base/path.ts";
import { asClause } from "../ends/deciding-hop.ts";
import type { BrokenPath } from "./broken-paths.ts";

/** Paths that one mistake breaks, and those that nobody would take before it is mended. */
export interface BrokenGroup {
  readonly first: BrokenPath;
  /** Others that break at the same value. */
  readonly same: readonly BrokenPath[];
  /** Behind a load balancer that no client reaches: what it does not reach itself. */
  readonly behind: readonly BrokenPath[];
}

/** One group for each value that breaks something, in the order of the paths. */
export function groupBroken(paths: readonly BrokenPath[]): readonly BrokenGroup[] {
  const doors = paths.filter(({ intent }) => intent.to.kind === "from-internet");
  const isBehind = (path: BrokenPath): boolean =>
    path.intent.to.kind !== "from-internet" && doors.some(({ node }) => node === path.node);
  const places = [...new Set(paths.filter((path) => !isBehind(path)).map(placeOf))];
  const groups = places.flatMap((place): readonly BrokenGroup[] => {
    const [first, ...same] = paths.filter((path) => placeOf(path) === place);
    return first === undefined ? [] : [{ first, same, behind: [] }];
  });
  return groups.map((group) => ({ ...group, behind: behindOf(group, groups, paths.filter(isBehind)) }));
}

/** Told once, with the first group of the balancer, and not where a group of its own tells it. */
function behindOf(
  group: BrokenGroup,
  groups: readonly BrokenGroup[],
  behind: readonly BrokenPath[],
): readonly BrokenPath[] {
  const { node } = group.first;
  const leads = groups.find(({ first }) => first.node === node && first.intent.to.kind === "from-internet");
  if (leads !== group) return [];
  const told = new Set(groups.map(({ first }) => placeOf(first)));
  const own = behind.filter((path) => path.node === node && !told.has(placeOf(path)));
  return [...new Map(own.map((path) => [placeOf(path), path])).values()];
}

function placeOf({ culprit }: BrokenPath): string {
  return formatPath(culprit.path);
}

/** What is said of a group, and where. */
export interface Described {
  readonly path: Path;
  readonly message: string;
  readonly hint: string | undefined;
}

/** The finding of a group. */
export function describeBroken({ first, same, behind }: BrokenGroup): Described {
  const others = new Set(same.map(whatOf).filter((what) => what !== whatOf(first)));
  const more =
    others.size === 0 ? "" : ` (and ${others.size === 1 ? "one path" : `${others.size} paths`} more)`;
  const message = `${brokenText(first)}${more}: ${reasonOf(first)}`;
  const then = behind.map((path) => `${placeOf(path)}, for ${whatOf(path)}`);
  const hints = [hintOf(first), ...(then.length === 0 ? [] : [`then mend ${then.join("; and ")}`])];
  const hint = hints.filter((text) => text !== null).join("; ") || undefined;
  return { path: first.culprit.path, message, hint };
}

/** What to let pass; null where the value itself says it. */
function hintOf({ culprit, hop, intent, isTranslated }: BrokenPath): string | null {
  const { protocol, port } = intent;
  if (culprit.wrong === "peer") return isTranslated ? `write a rule for ${NAT64_PREFIX} too` : null;
  if (hop?.kind === "security-group-in") return `let ${protocol} ${port} in`;
  return hop?.kind === "security-group-out" ? `let ${protocol} ${port} out` : null;
}

function brokenText(path: BrokenPath): string {
  return `${whatOf(path)} cannot pass`;
}

/** The connection in words: `traffic of target group app (tcp 8080) from "web"`. */
function whatOf({ node, intent }: BrokenPath): string {
  const { why, protocol, port, to } = intent;
  const ends = to.kind === "from-internet" ? `to "${node.name}"` : `from "${node.name}"`;
  return `${why} (${protocol} ${port}) ${ends}`;
}

function reasonOf({ hop }: BrokenPath): string {
  return hop === null ? "they have no address of one family" : asClause(hop.reason);
}
