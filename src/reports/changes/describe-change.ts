import { keptThings } from "../../aws/kept-things.ts";
import type { RefusedChange } from "../../aws/refused-changes.ts";
import { shortText } from "../../base/short-text.ts";
import { blockWords } from "../../change/block-words.ts";
import type { Action, ArgumentDifference, ResourceChange } from "../../change/types.ts";

/** What each action is called before an address. */
export const VERBS: Readonly<Record<Action, string>> = {
  destroy: "destroyed",
  replace: "replaced",
  "may-replace": "perhaps replaced",
  forget: "forgotten",
  update: "changed",
  import: "imported",
  move: "renamed",
  create: "created",
};

/** Characters of a value that are shown. */
const MAX_VALUE = 60;
/** Differences of one resource that are listed. */
const MAX_DIFFERENCES = 8;

/** One thing to say about a change. `weight` tells a warning from a detail. */
export interface ChangeLine {
  readonly weight: "danger" | "detail";
  readonly text: string;
}

/** What is to be said about a change, the dangers first. Texts of the stacks are in it as they are: escape them. */
export function linesOf(change: ResourceChange): readonly ChangeLine[] {
  const danger = [...lossLines(change), ...change.refusals.map(refusalLine)];
  const shown = change.differences.slice(0, MAX_DIFFERENCES).map(differenceLine);
  const hidden = change.differences.length - shown.length;
  const details = [
    ...(change.from === null ? [] : [`was ${change.from}`]),
    ...(change.because.length === 0 ? [] : [`refers to ${change.because.join(", ")}, replaced too`]),
    ...shown,
    ...(hidden > 0 ? [`and ${hidden} more arguments`] : []),
  ];
  return [
    ...danger.map((text): ChangeLine => ({ weight: "danger", text })),
    ...details.map((text): ChangeLine => ({ weight: "detail", text })),
  ];
}

function lossLines({ loss, type, action }: ResourceChange): readonly string[] {
  const what = keptThings[type]?.what;
  // What is lost of a resource that stays, its refusals tell.
  if (loss === null || loss === "capacity" || what === undefined) return [];
  return [`${action === "may-replace" ? "may lose" : "loses"} ${what}`];
}

const EFFECTS: Readonly<Record<RefusedChange["effect"], string>> = {
  refused: "AWS refuses it",
  "needs-order": "AWS refuses it until other things have changed",
  interrupts: "interrupts",
  "loses-address": "loses an address",
  "loses-capacity": "stops hosts or tasks",
};

function refusalLine({ effect, when, way, argument }: RefusedChange): string {
  const what = argument === null ? EFFECTS[effect] : `${argument}: ${EFFECTS[effect]}`;
  return `${what}${when === null ? "" : `, when ${when}`}${way === null ? "" : `; ${way}`}`;
}

function differenceLine({ argument, before, after, wasIgnored, effect }: ArgumentDifference): string {
  const ends = { replace: "replaces", "may-replace": "may replace", unknown: "effect not known", update: "" }[
    effect
  ];
  const was = wasIgnored ? "as AWS has it by now" : valueText(before);
  return `${argument}: ${was} -> ${valueText(after)}${ends === "" ? "" : ` (${ends})`}`;
}

/** A value of an argument in a few words. It is as the stack has it: escape it. */
export function valueText(value: unknown): string {
  if (value === undefined) return "not written";
  const words = typeof value === "string" ? blockWords(value) : "";
  if (words !== "" && words !== value) return words;
  const text = shortText(JSON.stringify(value));
  return text.length <= MAX_VALUE ? text : `${text.slice(0, MAX_VALUE - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
