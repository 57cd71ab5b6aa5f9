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
    .map(inWords);
  return { argument, effect: effectOfChange(type, name), refusals: [...new Set(refusals)] };
}

function isIn(name: string, argument: string): boolean {
  return name === argument || name.startsWith(`${argument}.`);
}

const EFFECTS: Readonly<Record<RefusedChange["effect"], string>> = {
  refused: "AWS refuses it",
  "needs-order": "AWS refuses it out of order",
  interrupts: "it interrupts what runs",
  "loses-address": "an address that others know is lost",
};

function inWords({ effect, from, to, when, way }: RefusedChange): string {
  const conditions = [changeInWords(from, to), when].filter((one) => one !== null);
  const condition = conditions.length === 0 ? "" : ` if ${conditions.join(", and ")}`;
  return `${EFFECTS[effect]}${condition}${way === null ? "" : `; ${way}`}`;
}

/** What the edit does to the key, as its author would say it; null: any edit. */
function changeInWords(from: RefusedChange["from"], to: RefusedChange["to"]): string | null {
  if (to === "absent") return "the value is taken out";
  if (from === "absent")
    return to === undefined || to === "present" ? "there was no value" : `it becomes ${to.value}`;
  const before = from === undefined || from === "present" ? null : `it was ${from.value}`;
  const after = to === undefined || to === "present" ? null : `it becomes ${to.value}`;
  const known = [before, after].filter((one) => one !== null).join(" and ");
  if (known !== "") return known;
  return from === "present" ? "there is a value already" : null;
}
