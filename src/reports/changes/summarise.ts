import type { Action, Loss, Proposal, Setting, StackChange } from "../../change/types.ts";
import { billNotes } from "./bill-notes.ts";
import { VERBS, valueText } from "./describe-change.ts";

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

const LOSSES: readonly (readonly [Loss, string])[] = [
  ["data", "what is stored"],
  ["capacity", "hosts or tasks that run"],
  ["address", "an address or a name"],
];

/** One line: "1 destroyed, 2 changed; 1 loses data". */
export function summarise({ changes }: Pick<StackChange, "changes">): string {
  const counts = ORDER.flatMap((action) => {
    const count = changes.filter((change) => change.action === action).length;
    return count === 0 ? [] : [`${count} ${VERBS[action]}`];
  });
  const losses = LOSSES.flatMap(([loss, what]) => {
    const lossy = changes.filter((change) => change.loss === loss);
    const sure = lossy.filter(({ action }) => action !== "may-replace").length;
    const perhaps = lossy.length - sure;
    return [
      ...(sure === 0 ? [] : [`${sure} with the loss of ${what}`]),
      ...(perhaps === 0 ? [] : [`${perhaps} perhaps with the loss of ${what}`]),
    ];
  });
  return [counts.join(", ") || "no resource changes", ...losses].join("; ");
}

const SETTINGS: Readonly<Record<Setting, string>> = {
  elsewhere:
    "another region or account: what the stack made stays where it is, and everything is made a second time",
  state:
    "another backend: without its state moved along (`terraform init -migrate-state`), everything is made a second time",
  tags: "other default tags: those of every resource change in place",
};

/** What is to be known of a stack as a whole. */
export function stackNotes(change: StackChange): readonly string[] {
  const { kind, settings, unprotected, movesDone, proposals } = change;
  const bill = billNotes(change);
  const beside = overrideNotes(change);
  if (kind === "added") return ["a new stack: everything in it is made", ...bill, ...beside];
  if (kind !== "removed") {
    const moved = kind === "renamed" ? settings.filter((setting) => setting !== "state") : settings;
    return [
      ...renameNotes(change),
      ...moved.map((setting) => SETTINGS[setting]),
      ...(unprotected.length === 0
        ? []
        : [`no longer protected from destruction: ${unprotected.join(", ")}`]),
      ...beside,
      ...bill,
      ...(movesDone.length === 0 ? [] : [doneNote(movesDone)]),
      ...proposals.map(proposalNote),
    ];
  }
  return [
    "the stack is gone, and nothing destroys what it made: destroy it while its folder is there, or give its state to the stack of the new name",
  ];
}

/** One line for each block that a file overrides. */
function overrideNotes({ overrides }: StackChange): readonly string[] {
  const blocks = new Map<string, string[]>();
  for (const { file, address, argument, before, after } of overrides) {
    const first = `${file} overrides ${address}`;
    const words = `${argument} ${valueText(before)} -> ${valueText(after)}`;
    blocks.set(first, [...(blocks.get(first) ?? []), words]);
  }
  return [...blocks].map(([first, words]) => `${first}: ${words.join(", ")}`);
}

function renameNotes({ from, stateSteps }: StackChange): readonly string[] {
  if (from === null) return [];
  const warning = `the stack had the name "${from}". Terraform's state stays where it is: without these steps before the apply, everything is made a second time`;
  return [warning, ...stateSteps.map((step, index) => `${index + 1}. ${step}`)];
}

function doneNote(movesDone: readonly string[]): string {
  const count = movesDone.length === 1 ? "" : ` and ${movesDone.length - 1} more`;
  return `${movesDone[0]}${count} had moved in what this is compared with: once that is applied, take renamedFrom out`;
}

/** Addresses that are listed of a proposal. */
const MAX_MOVES = 3;

function proposalNote({ from, to, moves }: Proposal): string {
  const shown = moves.slice(0, MAX_MOVES).map((move) => `${move.from} -> ${move.to}`);
  const more = moves.length > MAX_MOVES ? ` and ${moves.length - MAX_MOVES} more` : "";
  return `is "${to}" what was "${from}"? With renamedFrom: ${from} beside it the state would move: ${shown.join(", ")}${more}`;
}
