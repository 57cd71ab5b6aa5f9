import { protocols } from "../../aws/protocols.ts";
import type { AddressFamily } from "../../base/prefix.ts";
import type { TrafficClass } from "../topology/filters.ts";
import type { Place } from "../topology/topology.ts";
import { type Decided, firstMatch, type Matcher } from "./first-match.ts";
import { coversParty, type TopologyIndex } from "./index-topology.ts";
import { ALL_PORTS, icmpMessages, type Packet, type Party, type PortRange } from "./packet.ts";
import type { Passage } from "./trace.ts";

/** A filter's rule that was met. */
export interface Met {
  readonly allows: boolean;
  readonly place: Place;
  /** A sentence part: "entry 100". */
  readonly what: string;
}

/** What a filter does with packets to or from a party. */
export interface Judgement {
  readonly passes: Passage;
  /** The rule that lets the first of them pass, or else stops it; null: none matches. */
  readonly by: Met | null;
  /** What of the party, and of the ports, is left behind the filter. */
  readonly party: Party;
  readonly ports: readonly PortRange[];
}

/** Holds packets against rules: what none matches is dropped. */
export function judge(
  index: TopologyIndex,
  rules: readonly Matcher<Met>[],
  party: Party,
  ports: readonly PortRange[],
): Judgement {
  const pieces = party.blocks.flatMap((block) => ports.map((range) => ({ block, ports: range })));
  const decided = firstMatch(rules, pieces, coversParty(index, party));
  const closed = decided.filter(({ results }) => results.every((met) => !allows(met)));
  const open = decided.filter(({ results }) => results.every(allows));
  const passing = decided.filter(({ results }) => results.some(allows));
  const left = passing.length === decided.length ? { party, ports } : narrowed(party, passing);
  const deciding = passing[0] ?? decided[0];
  const by = deciding?.results.findLast((met) => allows(met) === passing.length > 0) ?? null;
  const counts = { all: decided.length, open: open.length, closed: closed.length };
  return { passes: passageOf(counts, isOnlyByChance(party, decided)), by, ...left };
}

function allows(met: Met | null): boolean {
  return met?.allows === true;
}

function passageOf(
  { all, open, closed }: { readonly all: number; readonly open: number; readonly closed: number },
  isByChance: boolean,
): Passage {
  if (open === all) return "yes";
  if (closed === all) return "no";
  return open + closed === all && isByChance ? "some" : "unknown";
}

/** True when who passes differs from call to call or from caller to caller, and not by an address that is not known. */
function isOnlyByChance(party: Party, decided: readonly Decided<Met>[]): boolean {
  return party.isCrowd || decided.every(({ piece }) => party.blocks.includes(piece.block));
}

function narrowed(party: Party, passing: readonly Decided<Met>[]): Pick<Judgement, "party" | "ports"> {
  const blocks = [...new Set(passing.map(({ piece }) => piece.block))];
  const isWhole =
    blocks.length === party.blocks.length && blocks.every((block) => party.blocks.includes(block));
  return {
    party: isWhole ? party : { ...party, blocks },
    ports: distinct(passing.map(({ piece }) => piece.ports)),
  };
}

function distinct(ranges: readonly PortRange[]): readonly PortRange[] {
  return [...new Map(ranges.map((range) => [`${range.from}-${range.to}`, range])).values()];
}

/** The ports, or ICMP messages, of a protocol and a family that a rule speaks of; null: none. */
export function portsOf(
  traffic: TrafficClass,
  protocol: Packet["protocol"],
  family: AddressFamily,
): PortRange | "unknown" | null {
  switch (traffic.kind) {
    case "all":
      return ALL_PORTS;
    case "unknown":
      return "unknown";
    case "ports":
      return traffic.protocol === protocol ? { from: traffic.from, to: traffic.to } : null;
    case "icmp":
      return protocol === "icmp" && traffic.family === family
        ? icmpMessages(traffic.type, traffic.code)
        : null;
    case "protocol":
      return traffic.number === numberOf(protocol, family) ? ALL_PORTS : null;
  }
}

function numberOf(protocol: Packet["protocol"], family: AddressFamily): number {
  if (protocol === "icmp" && family === "ipv6") return protocols.icmpv6.number;
  return protocols[protocol].number;
}
