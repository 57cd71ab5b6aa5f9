import type { Action, StackChange } from "../../change/types.ts";
import { VERBS } from "./describe-change.ts";

const ORDER: readonly Action[] = [
  "destroy",
  "replace",
  "may-replace",
  "forget",
  "update",
  "import",
  "move",
  "create",
];

/** One line: "1 destroyed, 2 changed; 1 loses data". */
export function summarise({ changes }: Pick<StackChange, "changes">): string {
  const counts = ORDER.flatMap((action) => {
    const count = changes.filter((change) => change.action === action).length;
    return count === 0 ? [] : [`${count} ${VERBS[action]}`];
  });
  const losses = (["data", "address"] as const).flatMap((loss) => {
    const count = changes.filter((change) => change.loss === loss).length;
    const what = loss === "data" ? "what is stored" : "an address or a name";
    return count === 0 ? [] : [`${count} with the loss of ${what}`];
  });
  return [counts.join(", ") || "no resources", ...losses].join("; ");
}

/** What is to be known of a stack that comes or goes as a whole; null for one that stays. */
export function stackNote({ kind }: StackChange): string | null {
  if (kind === "added") return "a new stack: everything in it is made";
  if (kind === "changed") return null;
  return "the stack is gone, and nothing destroys what it made: destroy it while its folder is there, or give its state to the stack of the new name";
}
