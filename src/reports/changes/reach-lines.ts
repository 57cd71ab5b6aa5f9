import { familyName } from "../../base/family-name.ts";
import type { ReachChange } from "../../reach/compare/compare-reach.ts";

/** What a change opens or closes, of all stacks. */
export interface ReachChanges {
  readonly changes: readonly StackReachChange[];
}

/** In one stack. */
export interface StackReachChange extends ReachChange {
  readonly stack: string;
}

/** Changes that are listed. */
const MOST = 40;

/** One line each, the worst first; empty where nothing opens or closes. */
export function reachLines({ changes }: ReachChanges): readonly string[] {
  const outside = byHost(changes);
  const all = [...new Set(worstFirst(changes).map((change) => lineOf(change, outside)))];
  const more = all.length - MOST;
  return more > 0 ? [...all.slice(0, MOST), `and ${more} more, which the JSON has`] : all;
}

/** First what strangers get to, then what stops to work, then what opens inside. */
export function worstFirst(changes: readonly StackReachChange[]): readonly StackReachChange[] {
  return [...changes].sort((a, b) => rankOf(a) - rankOf(b));
}

function rankOf({ isFromInternet, before, after }: ReachChange): number {
  if (isFromInternet && after !== "closed" && before !== "open") return after === "open" ? 0 : 1;
  if (before === "open") return after === "closed" ? 2 : 4;
  return after === "open" ? 3 : 5;
}

/** Destinations outside that are named: a host that loses its way out loses all of them. */
const MOST_OUTSIDE = 3;

function lineOf(change: StackReachChange, outside: ReadonlyMap<string, readonly string[]>): string {
  const { stack, from, families } = change;
  const to = families.length === 0 ? namesOf(outside.get(hostOf(change)) ?? [change.to]) : change.to;
  const names = families.map(familyName).join(" and ");
  return `${wordOf(change)}: ${from} → ${to}${names === "" ? "" : ` (${names})`}, in ${stack}`;
}

/** All destinations outside that change for the same host in the same way, by `hostOf`. */
function byHost(changes: readonly StackReachChange[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const change of changes.filter(({ families }) => families.length === 0)) {
    const known = found.get(hostOf(change));
    if (known === undefined) found.set(hostOf(change), [change.to]);
    else known.push(change.to);
  }
  return found;
}

function hostOf(change: StackReachChange): string {
  return JSON.stringify([change.stack, change.from, wordOf(change)]);
}

function namesOf(all: readonly string[]): string {
  const named = all.slice(0, MOST_OUTSIDE);
  const more = all.length - named.length;
  return more > 0 ? `${named.join(", ")} and ${more} more outside` : named.join(", ");
}

function wordOf({ before, after }: ReachChange): string {
  if (after === "open") return before === "unknown" ? "surely open now" : "opened";
  if (after === "closed") return "closed";
  return before === "open" ? "may be closed now" : "may be open now";
}
