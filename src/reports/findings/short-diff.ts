import type { Colors } from "../colors.ts";
import { escapeUnsafe } from "./terminal-text.ts";

/** Lines shown before and after what differs. */
const CONTEXT = 2;
/** How far apart two versions may drift before the rest counts as different. */
const REACH = 40;
/** Lines of one version shown at most. */
const MOST_LINES = 12;
const MOST_COLUMNS = 160;

/** Where two texts first differ. */
export interface FirstDifference {
  /** The line, from 1. */
  readonly line: number;
  /** A hunk in the manner of `diff -u`, cut where it is long. */
  readonly hunk: readonly string[];
}

/** Shows the first place where two texts differ; the texts must not be equal. */
export function shortDiff(before: string, after: string, colors: Colors): FirstDifference {
  const [old, made] = [before.split("\n"), after.split("\n")];
  let start = 0;
  while (start < old.length && start < made.length && old[start] === made[start]) start++;
  const { removed, added } = findAgreement(old.slice(start), made.slice(start));
  const from = Math.max(0, start - CONTEXT);
  const behind = made.slice(start + added, start + added + CONTEXT);
  const head = `@@ -${from + 1} +${from + 1} @@`;
  return {
    line: start + 1,
    hunk: [
      colors.cyan(head),
      ...made.slice(from, start).map((line) => ` ${clip(line)}`),
      ...show("-", old.slice(start, start + removed)).map((line) => colors.red(line)),
      ...show("+", made.slice(start, start + added)).map((line) => colors.green(line)),
      ...behind.map((line) => ` ${clip(line)}`),
    ],
  };
}

/** How many lines of either side to leave out until both go on alike, fewest first; all when they never do. */
function findAgreement(
  old: readonly string[],
  made: readonly string[],
): { readonly removed: number; readonly added: number } {
  for (let total = 1; total <= REACH; total++)
    for (let removed = 0; removed <= total; removed++)
      if (agree(old, removed, made, total - removed)) return { removed, added: total - removed };
  return { removed: old.length, added: made.length };
}

/** True when two lines are equal from there on: one alone may be a bracket. */
function agree(old: readonly string[], removed: number, made: readonly string[], added: number): boolean {
  return (
    removed <= old.length &&
    added <= made.length &&
    old[removed] === made[added] &&
    old[removed + 1] === made[added + 1]
  );
}

function show(sign: string, lines: readonly string[]): readonly string[] {
  const shown = lines.slice(0, MOST_LINES).map((line) => `${sign}${clip(line)}`);
  const rest = lines.length - shown.length;
  return rest > 0 ? [...shown, `${sign}... ${rest} more lines`] : shown;
}

function clip(line: string): string {
  const safe = escapeUnsafe(line);
  return safe.length > MOST_COLUMNS ? `${safe.slice(0, MOST_COLUMNS)}...` : safe;
}
