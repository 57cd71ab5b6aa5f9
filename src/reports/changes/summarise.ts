import { publicIpv4Price } from "../../aws/public-ipv4-price.ts";
import type { Action, Setting, StackChange } from "../../change/types.ts";
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

const SETTINGS: Readonly<Record<Setting, string>> = {
  elsewhere:
    "another region or account: what the stack made stays where it is, and everything is made a second time",
  state:
    "another backend: without its state moved along (`terraform init -migrate-state`), everything is made a second time",
  tags: "other default tags: those of every resource change in place",
};

/** Nothing where as many addresses are paid for as before. */
function billNotes({ before, after }: StackChange["publicIpv4"]): readonly string[] {
  if (before === after) return [];
  const { dollarsAnHour, hoursAMonth, fact } = publicIpv4Price;
  const dollars = (count: number) => `$${(count * dollarsAnHour * hoursAMonth).toFixed(2)}`;
  return [
    `public IPv4 addresses: ${before} -> ${after}, ${dollars(before)} -> ${dollars(after)} a month ($${dollarsAnHour} an hour each since ${fact.since}; hosts of groups and tasks not counted)`,
  ];
}

/** What is to be known of a stack as a whole. */
export function stackNotes({ kind, settings, unprotected, publicIpv4 }: StackChange): readonly string[] {
  const bill = billNotes(publicIpv4);
  if (kind === "added") return ["a new stack: everything in it is made", ...bill];
  const open =
    unprotected.length === 0 ? [] : [`no longer protected from destruction: ${unprotected.join(", ")}`];
  if (kind === "changed") return [...settings.map((setting) => SETTINGS[setting]), ...open, ...bill];
  return [
    "the stack is gone, and nothing destroys what it made: destroy it while its folder is there, or give its state to the stack of the new name",
  ];
}
