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
  const sides = [sideInWords("from", from), sideInWords("to", to)].join("");
  const condition = when === null ? "" : ` when ${when}`;
  return `${EFFECTS[effect]}${sides}${condition}${way === null ? "" : `; ${way}`}`;
}

function sideInWords(word: string, side: RefusedChange["from"]): string {
  if (side === undefined) return "";
  if (side === "absent") return ` ${word} nothing`;
  return side === "present" ? ` ${word} something` : ` ${word} ${side.value}`;
}
