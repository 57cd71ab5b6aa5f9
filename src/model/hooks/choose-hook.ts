import type { HookFacts, ProviderGap } from "../../aws/provider-gaps.ts";
import type { GapChoice, HookChoice } from "../types/hooks.ts";
import { allowsBelow, allowsFrom, parseVersion, type VersionRange } from "./version-constraint.ts";

/** What the choice rests on. */
export interface HookQuestion {
  readonly hook: HookFacts;
  /** The hook's gaps that the blueprint meets, each with the names of the entities that do. */
  readonly met: ReadonlyMap<ProviderGap, readonly string[]>;
  /** The provider versions that the blueprint allows. */
  readonly range: VersionRange;
  /** What `terraform.hooks` says; null: nothing. */
  readonly forced: "native" | "hook" | null;
}

/** No side is right for every provider version: `border` is the first one in which the gap is closed. */
export interface Straddled {
  readonly straddled: ProviderGap;
  readonly border: string;
}

/** For each gap native argument or hook, with the reason; or the gap in the middle of which the allowed versions lie. */
export function chooseHook(question: HookQuestion): HookChoice | Straddled {
  const { hook, met, range, forced } = question;
  if (forced === null && hook.automatic && hook.afterClosing === "conflicts") {
    const straddled = [...met.keys()].find((gap) => sideOf(gap, range) === "straddles");
    if (straddled !== undefined) return { straddled, border: straddled.closedIn ?? "" };
  }
  const gaps = hook.gaps.map((gap): GapChoice => ({ gap, ...chooseGap(question, gap) }));
  const state = stateOf(gaps);
  const reasons = gaps.filter((gap) => gap.state === state).map(({ reason }) => reason);
  const hooked = gaps.filter((gap) => gap.state === "hook").flatMap(({ gap }) => met.get(gap) ?? []);
  const path = ["terraform", "hooks", hook.id];
  return { id: hook.id, path, state, reason: [...new Set(reasons)].join("; "), gaps, parts: hooked.sort() };
}

/** A hook that fills no gap adds what the provider has: wherever the network needs it, unless the blueprint says otherwise. */
export function chooseAddition(id: string, isNeeded: boolean, forced: HookQuestion["forced"]): HookChoice {
  const path = ["terraform", "hooks", id];
  const choice = (state: HookChoice["state"], reason: string) => ({
    id,
    path,
    state,
    reason,
    gaps: [],
    parts: [],
  });
  if (!isNeeded) return choice("unused", "the blueprint needs nothing of it");
  if (forced === "native") return choice("unused", "terraform.hooks says native");
  return choice("hook", "it adds to the stack, and fills no gap of the provider");
}

/** What a hook's gaps come to together. */
export function stateOf(gaps: readonly GapChoice[]): HookChoice["state"] {
  return (["hook", "native"] as const).find((one) => gaps.some((gap) => gap.state === one)) ?? "unused";
}

/** The gap's argument as people write it, with the condition under which it is missing. */
export function describeGap({ resource, argument, condition }: ProviderGap): string {
  return `${resource}.${argument}${condition === null ? "" : ` with ${condition}`}`;
}

function chooseGap({ hook, met, range, forced }: HookQuestion, gap: ProviderGap): Omit<GapChoice, "gap"> {
  if (!met.has(gap)) return { state: "unused", reason: "the blueprint needs nothing of it" };
  if (forced !== null) return { state: forced, reason: `terraform.hooks says ${forced}` };
  if (!hook.automatic) {
    const reason = "it reaches beyond the stack, and terraform.hooks does not ask for it";
    return { state: "unused", reason };
  }
  const side = sideOf(gap, range);
  if (side !== "closed") return { state: "hook", reason: openReason(gap, side === "straddles") };
  const since = `${describeGap(gap)} is there since ${gap.closedIn}`;
  return { state: "native", reason: `${since}, and every allowed provider version has it` };
}

function sideOf({ closedIn }: ProviderGap, range: VersionRange): "open" | "closed" | "straddles" {
  const border = closedIn === null ? null : parseVersion(closedIn);
  if (border === null || !allowsFrom(range, border)) return "open";
  return allowsBelow(range, border) ? "straddles" : "closed";
}

function openReason(gap: ProviderGap, straddles: boolean): string {
  if (gap.closedIn === null) return `no provider version is known to have ${describeGap(gap)}`;
  const since = `${describeGap(gap)} is there since ${gap.closedIn}`;
  return straddles
    ? `${since}, some allowed provider versions are older, and the hook works with all`
    : `${since}, and every allowed provider version is older`;
}
