import { reachabilityFacts } from "../../aws/facts/reachability.ts";
import { familyName } from "../../base/family-name.ts";
import type { AddressFamily } from "../../base/prefix.ts";
import { attemptFrom, attemptOf, type Standing, type Target, type TargetEnd } from "./attempt.ts";
import { attemptFromOutside } from "./attempt-from-outside.ts";
import type { TopologyIndex } from "./index-topology.ts";
import { internetParty } from "./parties.ts";
import { linkLocalHop, type Tries } from "./targets-of.ts";
import type { Attempt, Hop, Passage, Query, Verdict } from "./trace.ts";
import { verdictOf, whichever } from "./verdicts.ts";

/** What comes of a name, or of addresses: all that is tried, and the verdict over it. */
export interface Leg {
  readonly verdict: Verdict;
  readonly attempts: readonly Attempt[];
}

/** Who begins: an interface, or somebody outside. */
export type Caller =
  | ({ readonly kind: "interface" } & Standing)
  | { readonly kind: "outside"; readonly party: "internet" | TargetEnd };

/** Makes the tries of one caller. */
export function legFrom(
  index: TopologyIndex,
  caller: Caller,
  { worlds, step }: Tries,
  query: Query,
  isLinkLocal = false,
): Leg {
  if (worlds === "unknown")
    return { verdict: "unknown", attempts: step === null ? [] : unanswered(step.answers) };
  const attempts = new Map<Target, Attempt>();
  const verdicts = worlds.map((world) => {
    const tried = triedOf(caller, world).map((target) => {
      const attempt = attemptAt(index, caller, target, query, isLinkLocal);
      attempts.set(target, attempt);
      return attempt.verdict;
    });
    return tried.length === 0 ? ("blocked" as const) : verdictOf(tried);
  });
  return { verdict: whichever(verdicts), attempts: distinct([...attempts.values()]) };
}

/** True where a try of the family passes or may pass: those behind it are not made. What no name answers is not known: false. */
export function mayPassLeg(
  index: TopologyIndex,
  caller: Caller,
  { worlds }: Tries,
  query: Query,
  { family, isLinkLocal }: { readonly family: AddressFamily | "any"; readonly isLinkLocal: boolean },
): boolean {
  if (worlds === "unknown") return false;
  const targets = worlds.flatMap((world) => triedOf(caller, world));
  return targets.some(
    (target) =>
      (family === "any" || target.family === family) &&
      attemptAt(index, caller, target, query, isLinkLocal).verdict !== "no",
  );
}

function unanswered(
  answers: readonly { readonly family: AddressFamily; readonly hop: Hop }[],
): readonly Attempt[] {
  return answers.map(({ family, hop }) => ({
    name: null,
    family,
    isTranslated: false,
    fromSubnet: null,
    toSubnet: null,
    verdict: "unknown",
    hops: [hop],
  }));
}

/** A client leaves out families of which it has no address, unless there is no other (RFC 6724, rule 1). */
function triedOf(caller: Caller, world: readonly Target[]): readonly Target[] {
  if (caller.kind === "outside") return world;
  const { node, own } = caller;
  const tried = world.filter(({ family }) => own[family] !== null && node.opens.includes(family));
  return tried.length > 0 ? tried : world;
}

function attemptAt(
  index: TopologyIndex,
  caller: Caller,
  target: Target,
  query: Query,
  isLinkLocal: boolean,
): Attempt {
  return isLinkLocal ? atHypervisor(caller, target) : call(index, caller, target, query);
}

function call(index: TopologyIndex, caller: Caller, target: Target, query: Query): Attempt {
  if (caller.kind === "interface") return attemptFrom(index, caller, target, query);
  const { party } = caller;
  if (party === "internet")
    return attemptFromOutside(index, internetParty(index, target.family), target, query);
  if (party.kind === "party" && party.goal.kind === "outside" && party.party.family === target.family)
    return attemptFromOutside(index, party.party, target, query);
  return attemptOf(null, target, [...target.before, unknownCaller(target)], "unknown");
}

function unknownCaller({ family }: Target): Hop {
  return {
    kind: "source-address",
    direction: "there",
    what: "the caller",
    passes: "unknown",
    reason: `where the caller stands, and whether it has ${familyName(family)}, is not known`,
    place: null,
    facts: [reachabilityFacts.clientsTryBothFamilies],
  };
}

function atHypervisor(caller: Caller, target: Target): Attempt {
  if (caller.kind === "outside") return attemptOf(null, target, [unknownCaller(target)], "no");
  const hop = linkLocalHop(caller, target.family, target.name ?? "its hypervisor");
  const hops = [hop, ...target.before];
  const passages: readonly Passage[] = hops.map(({ passes }) => passes);
  const verdict = passages.includes("no") ? "no" : passages.includes("unknown") ? "unknown" : "yes";
  return attemptOf(caller.own.subnet, target, hops, verdict);
}

function distinct(attempts: readonly Attempt[]): readonly Attempt[] {
  const key = ({ name, family, isTranslated, fromSubnet, toSubnet }: Attempt) =>
    `${name ?? ""} ${family} ${isTranslated} ${fromSubnet ?? ""} ${toSubnet ?? ""}`;
  return [...new Map(attempts.map((attempt) => [key(attempt), attempt])).values()];
}
