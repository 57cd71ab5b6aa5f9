import { reachabilityFacts } from "../../aws/facts/reachability.ts";
import { carry } from "./carry.ts";
import { replyPorts } from "./client-ports.ts";
import type { TopologyIndex } from "./index-topology.ts";
import { crossBorder } from "./judge-network-acl.ts";
import type { Packet, PortRange } from "./packet.ts";
import { each, inTurn, oneOf } from "./passage.ts";
import type { Hop, Passage } from "./trace.ts";
import type { Segment } from "./travel.ts";
import type { Goal, Way } from "./way.ts";

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

/** What answers from outside meets nothing but the border of the client's subnet. */
function fromOutside(index: TopologyIndex, { from }: Segment, reply: Packet): Return {
  if (from === null) return { hops: [], passes: "yes" };
  const { hop } = crossBorder(index, from, reply, { side: "in", direction: "back" });
  return { hops: [hop], passes: hop.passes };
}

/** What keeps state must see both halves: the appliances of the way there, in their turn. */
function throughTheSame(index: TopologyIndex, { via, from }: Segment, way: Way): Way {
  const appliances = (ids: readonly string[]) => ids.filter((id) => index.nodes.has(id));
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
    place: index.nodes.get(odd)?.place ?? from?.place ?? null,
    facts: [reachabilityFacts.statefulOnTheWayBack, reachabilityFacts.transitGatewayKeepsZone],
  };
  return { ...way, hops: [...way.hops, hop], passes: inTurn([way.passes, "unknown"]) };
}
