import type { HookFacts, ProviderGap } from "../../aws/provider-gaps.ts";
import type { HookChoice } from "../types/hooks.ts";
import { allowsBelow, allowsFrom, parseVersion, type VersionRange } from "./version-constraint.ts";

/** What the choice rests on. */
export interface HookQuestion {
  readonly hook: HookFacts;
  /** The hook's gaps that the blueprint meets. */
  readonly met: readonly ProviderGap[];
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

/** Native argument or hook, with the reason; or the gap in the middle of which the allowed versions lie. */
export function chooseHook({ hook, met, range, forced }: HookQuestion): HookChoice | Straddled {
  const { id } = hook;
  const [first] = met;
  if (first === undefined) return { id, state: "unused", reason: "the blueprint needs nothing of it" };
  if (forced !== null) return { id, state: forced, reason: `terraform.hooks says ${forced}` };
  if (!hook.automatic) {
    const reason = "it reaches beyond the stack, and terraform.hooks does not ask for it";
    return { id, state: "unused", reason };
  }
  const straddled = met.find((gap) => sideOf(gap, range) === "straddles");
  if (straddled !== undefined && hook.afterClosing === "conflicts") {
    return { straddled, border: straddled.closedIn ?? "" };
  }
  const open = met.find((gap) => sideOf(gap, range) !== "closed");
  if (open === undefined) return { id, state: "native", reason: closedReason(met) };
  const side = straddled ?? open;
  return { id, state: "hook", reason: openReason(side, straddled !== undefined) };
}

/** The gap's argument as people write it, with the condition under which it is missing. */
export function describeGap({ resource, argument, condition }: ProviderGap): string {
  return `${resource}.${argument}${condition === null ? "" : ` with ${condition}`}`;
}

function sideOf({ closedIn }: ProviderGap, range: VersionRange): "open" | "closed" | "straddles" {
  const border = closedIn === null ? null : parseVersion(closedIn);
  if (border === null || !allowsFrom(range, border)) return "open";
  return allowsBelow(range, border) ? "straddles" : "closed";
}

function closedReason(met: readonly ProviderGap[]): string {
  const parts = met.map((gap) => `${describeGap(gap)} is there since ${gap.closedIn}`);
  return `${parts.join(", ")}: every allowed provider version has it`;
}

function openReason(gap: ProviderGap, straddles: boolean): string {
  if (gap.closedIn === null) return `no provider version is known to have ${describeGap(gap)}`;
  const since = `${describeGap(gap)} is there since ${gap.closedIn}`;
  return straddles
    ? `${since}, some allowed provider versions are older, and the hook works with all`
    : `${since}, and every allowed provider version is older`;
}
