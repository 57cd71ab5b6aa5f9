import type { Destination } from "../../aws/destinations/destination.ts";
import type { AddressFamily } from "../../base/prefix.ts";
import { formatAddress } from "../../base/prefix.ts";
import type { Topology, TopologySubnet } from "../topology/topology.ts";
import { addressEnd } from "./address-end.ts";
import type { Target } from "./attempt.ts";
import { indexTopology, type TopologyIndex } from "./index-topology.ts";
import { type Caller, type Leg, legFrom, mayPassLeg } from "./leg.ts";
import { behindNat64, internetParty } from "./parties.ts";
import { isLinkLocal, type Tries, triesOfPart } from "./targets-of.ts";
import type { DnsStep, Query, QueryEnd, Trace, Verdict } from "./trace.ts";
import { triesOfNode } from "./tries-of-node.ts";
import { mayBeTouched } from "./unless-left-out.ts";
import { allNeeded, together } from "./verdicts.ts";

/**
 * Walks a connection and its answers, packet by packet: by which way, or where and why not. What no value that is not known
 * can open is blocked; what every value leaves open reaches; the rest is unknown.
 */
export function trace(topology: Topology, destinations: readonly Destination[], query: Query): Trace {
  return traceIn(indexTopology(topology, destinations), query);
}

/** As `trace`, in a topology that many queries share. */
export function traceIn(index: TopologyIndex, query: Query): Trace {
  const callers = callersOf(index, query.from);
  const all = callers.map((caller) => traceFrom(index, caller, query));
  const verdict = withLeftOut(index, query, together(all.map((one) => one.verdict)));
  return {
    query,
    verdict,
    dns: distinctSteps(all.flatMap(({ dns }) => dns)),
    attempts: all.flatMap(({ attempts }) => attempts),
  };
}

/**
 * True where one packet of the connection passes or may pass in the family, so that it is not surely broken: it is followed no
 * further than the first. False says nothing: `traceIn` knows.
 */
export function mayPass(index: TopologyIndex, query: Query, family: AddressFamily | "any"): boolean {
  const { to } = query;
  const destination = to.kind === "destination" ? index.destinations.get(to.id) : undefined;
  const how = { family, isLinkLocal: destination !== undefined && isLinkLocal(destination) };
  return callersOf(index, query.from).some((caller) => {
    const tries =
      destination === undefined
        ? [triesOf(index, caller, to)].filter((one) => one !== null)
        : destination.parts.flatMap((part) => triesOfPart(index, subnetOf(index, caller), part));
    return tries.some((one) => mayPassLeg(index, caller, one, query, how));
  });
}

function callersOf(index: TopologyIndex, from: QueryEnd): readonly Caller[] {
  switch (from.kind) {
    case "node": {
      const node = index.nodes.get(from.id);
      return node?.interfaces.map((own) => ({ kind: "interface", node, own })) ?? [];
    }
    case "internet":
    case "destination":
      return [{ kind: "outside", party: "internet" }];
    case "address": {
      const end = addressEnd(index, from);
      return [end.kind === "interface" ? end : { kind: "outside", party: end }];
    }
  }
}

interface Part extends Pick<Trace, "verdict" | "attempts" | "dns"> {}

function traceFrom(index: TopologyIndex, caller: Caller, query: Query): Part {
  const { to } = query;
  const destination = to.kind === "destination" ? index.destinations.get(to.id) : undefined;
  if (destination !== undefined) return destinationFrom(index, caller, destination, query);
  const tries = triesOf(index, caller, to);
  if (tries === null) return { verdict: "unknown", attempts: [], dns: [] };
  return partOf([legFrom(index, caller, tries, query)], [tries]);
}

function partOf(legs: readonly Leg[], tries: readonly Tries[]): Part {
  return {
    verdict: bestOf(legs.map(({ verdict }) => verdict)),
    attempts: legs.flatMap(({ attempts }) => attempts),
    dns: tries.flatMap(({ step }) => (step === null ? [] : [step])),
  };
}

/** Of names that a client may be set to use: the first, which it uses by itself, unless another may do better. */
function bestOf(verdicts: readonly Verdict[]): Verdict {
  const [usual, ...others] = verdicts;
  if (usual === undefined) return "unknown";
  if (usual === "reaches" || others.every((verdict) => verdict === "blocked")) return usual;
  return usual === "some" ? "some" : "unknown";
}

function destinationFrom(index: TopologyIndex, caller: Caller, destination: Destination, query: Query): Part {
  const subnet = subnetOf(index, caller);
  const parts = destination.parts.map((part) => {
    const tries = triesOfPart(index, subnet, part);
    const legs = tries.map((one) => legFrom(index, caller, one, query, isLinkLocal(destination)));
    return { part, ...partOf(legs, tries) };
  });
  const needed = parts.filter(({ part }) => part.neededWhen === null);
  return {
    verdict: allNeeded((needed.length > 0 ? needed : parts).map(({ verdict }) => verdict)),
    attempts: parts.flatMap(({ attempts }) => attempts),
    dns: parts.flatMap(({ dns }) => dns),
  };
}

function subnetOf({ subnets }: TopologyIndex, caller: Caller): TopologySubnet | null {
  return caller.kind === "interface" ? (subnets.get(caller.own.subnet) ?? null) : null;
}

function triesOf(index: TopologyIndex, caller: Caller, to: QueryEnd): Tries | null {
  const subnet = subnetOf(index, caller);
  switch (to.kind) {
    case "node": {
      const node = index.nodes.get(to.id);
      return node === undefined ? null : triesOfNode(index, subnet, node);
    }
    case "internet":
      return direct((["ipv6", "ipv4"] as const).map((family) => toInternet(index, family)));
    case "address":
      return direct([toAddress(index, to)]);
    case "destination":
      return null;
  }
}

function direct(targets: readonly Target[]): Tries {
  return { worlds: [targets], step: null, setting: null };
}

function toInternet(index: TopologyIndex, family: AddressFamily): Target {
  const party = internetParty(index, family);
  return {
    name: null,
    family,
    isTranslated: false,
    before: [],
    end: { kind: "party", party, goal: { kind: "outside" } },
  };
}

function toAddress(
  index: TopologyIndex,
  { family, address }: QueryEnd & { readonly kind: "address" },
): Target {
  const behind = family === "ipv6" ? behindNat64(address) : null;
  const end = addressEnd(index, behind === null ? { family, address } : { family: "ipv4", address: behind });
  return { name: formatAddress(family, address), family, isTranslated: behind !== null, before: [], end };
}

function distinctSteps(steps: readonly DnsStep[]): readonly DnsStep[] {
  const key = ({ name, answers }: DnsStep) =>
    `${name} ${answers.map((one) => `${one.family} ${one.kind} ${one.hop.what}`).join()}`;
  return [...new Map(steps.toReversed().map((step) => [key(step), step])).values()].toReversed();
}

/** What touches everything, or an end, and was not understood, may change any answer. */
function withLeftOut(index: TopologyIndex, { from, to }: Query, verdict: Verdict): Verdict {
  const ids = [from, to].flatMap((end) => (end.kind === "node" ? [end.id] : []));
  return mayBeTouched(index, ids) ? "unknown" : verdict;
}
