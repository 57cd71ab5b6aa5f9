import { assertNever } from "../../base/invariant.ts";
import type { TakenChange } from "../../change/taken-values.ts";

/** Resources that are named of one taker. */
const MOST = 5;

/** One line for each value that another stack takes and that is no more what it was. */
export function takenLines(changes: readonly TakenChange[]): readonly string[] {
  return changes.map((change) => {
    const { stack, output, taker, isStillTaken } = change;
    const first = `${stack} gives "${output}" to ${taker}: ${wordsOf(change)}`;
    return isStillTaken
      ? `${first}; ${resourcesOf(change)}`
      : `${first}; apply ${taker} first, which does without it`;
  });
}

function wordsOf({ what, because }: TakenChange): string {
  const names = because.join(", ");
  switch (what) {
    case "gone":
      return "it is gone";
    case "other":
      return "it shows something else";
    case "destroyed":
      return `${names} is destroyed`;
    case "replaced":
      return `another value, for ${names} is replaced`;
    case "may-be-replaced":
      return `perhaps another value, for ${names} may be replaced`;
    default:
      return assertNever(what);
  }
}

const VERBS = {
  replace: "is replaced with it",
  "may-replace": "may be replaced with it",
  update: "changes with it",
};

function resourcesOf({ what, taker, resources }: TakenChange): string {
  const isLost = what === "gone" || what === "destroyed";
  const named = resources
    .slice(0, MOST)
    .map(({ address, action }) => (isLost ? address : `${address} ${VERBS[action]}`));
  const more = resources.length > MOST ? [`${resources.length - MOST} more`] : [];
  const list = [...named, ...more].join(", ");
  return isLost ? `${taker} needs it for ${list}` : `in ${taker} ${list}`;
}
