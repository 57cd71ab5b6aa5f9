import { type RefusedChange, refusedChanges } from "../../aws/refused-changes.ts";
import { effectOfChange } from "../../change/argument-differences.ts";
import type { Effect } from "../../change/types.ts";
import { pointerArguments } from "./pointer-arguments.generated.ts";

/** What an edit of a place in a blueprint does to one Terraform argument. */
export interface ArgumentEffect {
  /** As `aws_subnet.ipv6_cidr_block`; a type alone where resources come or go; or a block of the stack, as `provider`. */
  readonly argument: string;
  readonly effect: Effect | "comes or goes" | "setting";
  /** What AWS does that no plan shows: in words. */
  readonly refusals: readonly string[];
}

/** The effects of another value at a place, and at all places in it; each argument once. */
export function effectsAt(pattern: string): readonly ArgumentEffect[] {
  const inside = Object.keys(pointerArguments).filter(
    (key) => key === pattern || key.startsWith(`${pattern}.`),
  );
  const names = inside.flatMap((key) => pointerArguments[key] ?? []);
  return [...new Set(names)].sort().map(effectOf);
}

function effectOf(argument: string): ArgumentEffect {
  const [, type = argument, name] = /^((?:data\.)?[^.]+)(?:\.(.*))?$/.exec(argument) ?? [];
  if (name === undefined)
    return { argument, effect: type.includes("_") ? "comes or goes" : "setting", refusals: [] };
  const refusals = refusedChanges
    .filter((one) => one.type === type && one.argument !== null && isIn(name, one.argument))
    // That is what another key does: the one that lets something else choose the number.
    .filter(({ wasIgnored }) => wasIgnored === undefined)
    .map(inWords);
  return { argument, effect: effectOfChange(type, name), refusals: [...new Set(refusals)] };
}

function isIn(name: string, argument: string): boolean {
  return name === argument || name.startsWith(`${argument}.`);
}

/** What AWS does with an edit that has a name, such as `another value`. */
const EFFECTS: Readonly<Record<RefusedChange["effect"], (edit: string) => string>> = {
  refused: (edit) => `AWS refuses ${edit}`,
  "needs-order": (edit) => `AWS refuses ${edit} until other things have changed`,
  interrupts: (edit) => `${edit} interrupts what runs`,
  "loses-address": (edit) => `${edit} loses an address that others know`,
  "loses-capacity": (edit) => `${edit} stops hosts or tasks`,
};

function inWords({ effect, from, to, when, way }: RefusedChange): string {
  const condition = when === null ? "" : `, when ${when}`;
  const sentence = `${EFFECTS[effect](editInWords(from, to))}${condition}${way === null ? "" : `; ${way}`}`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** The edit of the key, as its author would call it. */
function editInWords(from: RefusedChange["from"], to: RefusedChange["to"]): string {
  if (to === "absent") return "taking the value out";
  const after = to === undefined || to === "present" ? null : String(to.value);
  if (from === "absent") return after === null ? "a first value" : `a first value of ${after}`;
  const before = from === undefined || from === "present" ? null : String(from.value);
  if (before === null) return after === null ? "another value" : `the value ${after}`;
  return after === null ? `another value than ${before}` : `${after} in place of ${before}`;
}
