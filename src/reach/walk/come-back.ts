import type { Fact } from "../../aws/facts/fact.ts";
import { inspectionFacts } from "../../aws/facts/inspection.ts";
import { reachabilityFacts } from "../../aws/facts/reachability.ts";
import type { Place } from "../topology/topology.ts";
import { carry } from "./carry.ts";
import { replyPorts } from "./client-ports.ts";
import { enterVpc, type InternetGateway } from "./enter-vpc.ts";
import type { TopologyIndex } from "./index-topology.ts";
import type { Packet, PortRange } from "./packet.ts";
import { each, inTurn, oneOf } from "./passage.ts";
import type { Hop, Passage } from "./trace.ts";
import type { Segment } from "./travel.ts";
import type { Errand, Goal, Way } from "./way.ts";

/** What comes of the answers. */
export interface Return {
  readonly hops: readonly Hop[];
  readonly passes: Passage;
}

/** Sends the answers back over all segments, the last one first. */
export function comeBack(index: TopologyIndex, segments: readonly Segment[]): Return {
  const hops: Hop[] = [];
  let passes: Passage = "yes";
  for (const segment of segments.toReversed()) {
    const back = answerOver(index, segment);
    hops.push(...back.hops);
    passes = inTurn([passes, back.passes]);
    if (passes === "no") break;
  }
  return { hops, passes };
}

/** Of a client whose ports are one of several ranges it is known only where all fare alike. */
function answerOver(index: TopologyIndex, segment: Segment): Return {
  const all = segment.calls.map((calls) => answerTo(index, segment, calls));
  const passes = oneOf(all.map((one) => one.passes));
  const shown = all.find((one) => one.passes !== "yes") ?? all[0];
  return { hops: shown?.hops ?? [], passes };
}

function answerTo(index: TopologyIndex, segment: Segment, calls: PortRange): Return {
  const { source, destination, protocol } = segment.packet;
  const ports = replyPorts(protocol, calls, source.family);
  const reply: Packet = { source: destination, destination: source, protocol, ports };
  if (segment.goal.kind !== "interface") return fromOutside(index, segment, reply);
  const goal: Goal =
    segment.from === null ? { kind: "outside" } : { kind: "interface", subnet: segment.from };
  const ways = carry(index, segment.goal.subnet, {
    packet: reply,
    goal,
    direction: "back",
    via: [],
    passed: segment.via,
  }).map((way) => throughTheSame(index, segment, way));
  const passages = ways.map(({ passes }) => passes);
  const shown = ways.find(({ passes }) => passes !== "yes") ?? ways[0];
  return { hops: shown?.hops ?? [], passes: source.isCrowd ? each(passages) : oneOf(passages) };
}

/** What answers from outside comes in by the internet gateway, or straight to the border of the client's subnet. */
function fromOutside(index: TopologyIndex, segment: Segment, packet: Packet): Return {
  const { from, via } = segment;
  if (from === null) return { hops: [], passes: "yes" };
  const errand: Errand = {
    packet,
    goal: { kind: "interface", subnet: from },
    direction: "back",
    via: [],
    passed: via,
  };
  const ways = enterVpc(index, internetGatewayIn(index, via), from, errand).map((way) =>
    // What an appliance of one's own translates comes back to it.
    packet.destination.isPublic === "unknown" ? way : throughTheSame(index, segment, way),
  );
  const shown = ways.find(({ passes }) => passes !== "yes") ?? ways[0];
  return { hops: shown?.hops ?? [], passes: oneOf(ways.map(({ passes }) => passes)) };
}

function internetGatewayIn({ gateways }: TopologyIndex, via: readonly string[]): InternetGateway | null {
  const passed = via.map((id) => gateways.get(id));
  return passed.find((gateway) => gateway?.kind === "internet-gateway") ?? null;
}

/** What keeps state must see both halves: the appliances of the way there, in their turn. */
function throughTheSame(index: TopologyIndex, { via, from }: Segment, way: Way): Way {
  const appliances = (ids: readonly string[]) => ids.filter((id) => isAppliance(index, id));
  const there = appliances(via).toReversed();
  const back = appliances(way.via);
  if (way.end.kind !== "arrived") return { ...way, passes: way.passes === "no" ? "no" : "unknown" };
  if (there.join() === back.join()) return way;
  const odd = [...back, ...there].find((id) => !there.includes(id) || !back.includes(id)) ?? back[0] ?? "";
  const hop: Hop = {
    kind: "gateway",
    direction: "back",
    what: odd,
    passes: "unknown",
    reason: `only one half of the conversation passes ${odd}, which drops it where it keeps state`,
    place: placeOf(index, odd) ?? from?.place ?? null,
    facts: factsOfHalf(index, odd),
  };
  return { ...way, hops: [...way.hops, hop], passes: inTurn([way.passes, "unknown"]) };
}

function isAppliance({ nodes, gateways }: TopologyIndex, id: string): boolean {
  return nodes.has(id) || gateways.get(id)?.kind === "inspection-endpoint";
}

function placeOf({ nodes, gateways }: TopologyIndex, id: string): Place | undefined {
  return (nodes.get(id) ?? gateways.get(id))?.place;
}

function factsOfHalf({ gateways }: TopologyIndex, id: string): readonly Fact[] {
  const why = gateways.has(id) ? inspectionFacts.edgeRouteTables : reachabilityFacts.transitGatewayKeepsZone;
  return [reachabilityFacts.statefulOnTheWayBack, why];
}
