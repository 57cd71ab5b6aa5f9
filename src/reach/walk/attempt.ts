import { reachabilityFacts } from "../../aws/facts/reachability.ts";
import { familyName } from "../../base/family-name.ts";
import type { AddressFamily } from "../../base/prefix.ts";
import type { Interface, Node } from "../topology/nodes.ts";
import type { TopologySubnet } from "../topology/topology.ts";
import { callPortsOf, requestPorts } from "./client-ports.ts";
import { comeBack } from "./come-back.ts";
import { once, type TopologyIndex } from "./index-topology.ts";
import { passGroups } from "./judge-security-groups.ts";
import { listenerHop } from "./listener-hop.ts";
import type { Packet, Party } from "./packet.ts";
import { partyText } from "./packet-text.ts";
import { interfaceParty, translatedParty } from "./parties.ts";
import { inTurn, oneOf } from "./passage.ts";
import { pathMtuHops } from "./path-mtu.ts";
import type { Attempt, Hop, Passage, Query } from "./trace.ts";
import { type Journey, travel } from "./travel.ts";
import type { Goal } from "./way.ts";

/** An interface of a node: where calls begin or end. */
export interface Standing {
  readonly node: Node;
  readonly own: Interface;
}

/** Whom a call is for, in one family. */
export interface Target {
  readonly name: string | null;
  readonly family: AddressFamily;
  readonly isTranslated: boolean;
  /** What is said of it before the first packet: what the name answers, and what it takes that a client asks for it. */
  readonly before: readonly Hop[];
  readonly end: TargetEnd;
}

/** Where a call is to arrive. */
export type TargetEnd =
  | ({ readonly kind: "interface" } & Standing)
  | { readonly kind: "party"; readonly party: Party; readonly goal: Goal };

/** What comes of a call from an interface in one family. */
export function attemptFrom(
  index: TopologyIndex,
  { node, own }: Standing,
  target: Target,
  query: Query,
): Attempt {
  const { family, isTranslated, before } = target;
  const party = interfaceParty(index, own, family);
  const subnet = index.subnets.get(own.subnet);
  const end = endOf(index, target);
  if (party === null || end === null || subnet === undefined)
    return attemptOf(own.subnet, target, [...before, missing({ node, own }, target, party !== null)], "no");
  const make = () => call(index, { node, own, party, subnet }, { target, ...end }, query);
  // Servers outside that have one kind of address are one to every client.
  const key = `call ${family} ${isTranslated} ${query.protocol} ${query.port} ${node.id} ${node.interfaces.indexOf(own)}`;
  const { passes, hops } = target.end.kind === "party" ? once(index, key, end.party, make) : make();
  // Which records there are is weighed where all that a name may answer is known.
  const conditions = before.filter(({ kind }) => kind === "service").map((hop) => hop.passes);
  return attemptOf(own.subnet, target, [...before, ...hops], inTurn([...conditions, passes]));
}

interface From extends Standing {
  readonly party: Party;
  readonly subnet: TopologySubnet;
}

interface To {
  readonly target: Target;
  readonly party: Party;
  readonly goal: Goal;
}

function call(index: TopologyIndex, from: From, { target, party, goal }: To, query: Query): Finished {
  const { node, own, subnet } = from;
  const { protocol, port } = query;
  const destination = target.isTranslated ? translatedParty(index, party) : party;
  const ports = requestPorts(protocol, port, target.family);
  const packet: Packet = { source: from.party, destination, protocol, ports };
  const out = passGroups(index, { groups: own.securityGroups, side: "out", owner: node.id }, packet);
  const first = [sourceHop(node, from.party), out.hop];
  if (out.hop.passes === "no") return { hops: first, passes: "no" };
  const journeys = travel(index, { from: subnet, packet: out.packet, goal, calls: callPortsOf(node), port });
  const all = journeys.map((journey) => finish(index, target, journey, query));
  const shown = all.find(({ passes }) => passes !== "yes") ?? all[0];
  const passes = inTurn([out.hop.passes, oneOf(all.map((one) => one.passes))]);
  return { hops: [...first, ...(shown?.hops ?? [])], passes };
}

/** The parts of a way behind the client's own filters. */
export interface Finished {
  readonly hops: readonly Hop[];
  readonly passes: Passage;
}

/** What becomes of a call that comes to its end: the server's groups, its listener, and the way back. */
export function finish(index: TopologyIndex, { end }: Target, journey: Journey, query: Query): Finished {
  const { hops, passes, hasArrived, packet, segments } = journey;
  if (!hasArrived) return { hops, passes: passes === "no" ? "no" : "unknown" };
  const server = end.kind === "interface" ? serverHops(index, end, packet, query) : null;
  const arrived = inTurn([passes, ...(server?.hops ?? []).map((hop) => hop.passes)]);
  if (arrived === "no") return { hops: [...hops, ...(server?.hops ?? [])], passes: "no" };
  const known = server?.packet ?? packet;
  const back = comeBack(index, withSource(segments, known.source));
  const all = inTurn([arrived, back.passes]);
  const mtu = all === "no" ? [] : pathMtuHops(index, segments, query);
  return { hops: [...hops, ...(server?.hops ?? []), ...back.hops, ...mtu], passes: all };
}

/** Behind the server's filters fewer callers are left. */
function withSource(segments: Journey["segments"], source: Party): Journey["segments"] {
  const last = segments.at(-1);
  if (last === undefined || last.packet.source === source) return segments;
  return [...segments.slice(0, -1), { ...last, packet: { ...last.packet, source } }];
}

function serverHops(
  index: TopologyIndex,
  { node, own }: Standing,
  packet: Packet,
  { protocol, port }: Query,
): { readonly hops: readonly Hop[]; readonly packet: Packet } {
  const entry = passGroups(index, { groups: own.securityGroups, side: "in", owner: node.id }, packet);
  if (entry.hop.passes === "no") return { hops: [entry.hop], packet };
  const listener = listenerHop(index, node, { protocol, port, family: packet.destination.family });
  return { hops: [entry.hop, listener], packet: entry.packet };
}

/** The party and the goal of a target; null: the node has no address of the family. */
export function endOf(
  index: TopologyIndex,
  { end, family, isTranslated }: Target,
): { readonly party: Party; readonly goal: Goal } | null {
  if (end.kind === "party") return end;
  const party = interfaceParty(index, end.own, isTranslated ? "ipv4" : family);
  const subnet = index.subnets.get(end.own.subnet);
  return party === null || subnet === undefined ? null : { party, goal: { kind: "interface", subnet } };
}

function sourceHop({ id, place }: Node, party: Party): Hop {
  return {
    kind: "source-address",
    direction: "there",
    what: id,
    passes: "yes",
    reason: `${id} calls from ${partyText(party)}`,
    place,
    facts: [reachabilityFacts.clientsTryBothFamilies],
  };
}

/** Without an address at either end no packet is sent. */
function missing({ node }: Standing, { family, end }: Target, hasSource: boolean): Hop {
  const who = hasSource && end.kind === "interface" ? end.node : node;
  const word = familyName(family);
  return {
    kind: hasSource ? "listener" : "source-address",
    direction: "there",
    what: who.id,
    passes: "no",
    reason: `${who.id} has no ${word} address`,
    place: who.place,
    facts: [reachabilityFacts.clientsTryBothFamilies],
  };
}

/** An attempt: what its target and its hops tell. */
export function attemptOf(
  fromSubnet: string | null,
  { name, family, isTranslated, end }: Target,
  hops: readonly Hop[],
  verdict: Passage,
): Attempt {
  const toSubnet = end.kind === "interface" ? end.own.subnet : null;
  return { name, family, isTranslated, fromSubnet, toSubnet, verdict, hops };
}
