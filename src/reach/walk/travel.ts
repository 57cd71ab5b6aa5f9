import { routingFacts } from "../../aws/facts/routing.ts";
import type { TopologySubnet } from "../topology/topology.ts";
import { carry } from "./carry.ts";
import { ANY_CALL_PORTS, type CallPorts, requestPorts } from "./client-ports.ts";
import type { TopologyIndex } from "./index-topology.ts";
import { journey, toItself, unknownNat } from "./journey.ts";
import { passGroups } from "./judge-security-groups.ts";
import { blockedHop } from "./meet-public-access.ts";
import type { Packet } from "./packet.ts";
import { interfaceParty, natParty } from "./parties.ts";
import { inTurn } from "./passage.ts";
import type { Hop, Passage } from "./trace.ts";
import type { Goal, NatGateway, Way } from "./way.ts";

/** A part of a way on which the addresses of the packets stay the same. */
export interface Segment {
  /** Null: it begins outside. */
  readonly from: TopologySubnet | null;
  /** Where it ends: at a NAT gateway, that one's subnet. */
  readonly goal: Goal;
  /** The packet as it arrives. */
  readonly packet: Packet;
  readonly via: readonly string[];
  readonly calls: CallPorts;
}

/** How far a call comes, over all NAT gateways. */
export interface Journey {
  readonly hops: readonly Hop[];
  readonly passes: Passage;
  readonly hasArrived: boolean;
  readonly packet: Packet;
  readonly segments: readonly Segment[];
}

/** A call that leaves an interface. */
export interface Call {
  readonly from: TopologySubnet;
  readonly packet: Packet;
  readonly goal: Goal;
  readonly calls: CallPorts;
  /** The destination's port. */
  readonly port: number;
}

/** More translations than that lead round and round. */
const MOST_TRANSLATIONS = 3;

/** Sends a call on its way, through every NAT gateway that it comes to. */
export function travel(
  index: TopologyIndex,
  call: Call,
  earlier: readonly Segment[] = [],
): readonly Journey[] {
  const { from, packet, goal, calls } = call;
  return carry(index, from, { packet, goal, direction: "there", via: [], passed: [] }).flatMap((way) => {
    const segment: Segment = { from, goal, packet: way.packet, via: way.via, calls };
    if (way.end.kind === "translated")
      return translate(index, call, { way, gateway: way.end.gateway, segment }, earlier);
    if (way.end.kind === "translated-by")
      return translateBy(index, call, { way, by: way.end, segment }, earlier);
    return [journey(way, way.end.kind === "arrived", [...earlier, segment])];
  });
}

interface AtNat {
  readonly way: Way;
  readonly gateway: NatGateway;
  readonly segment: Segment;
}

function translate(
  index: TopologyIndex,
  call: Call,
  { way, gateway, segment }: AtNat,
  earlier: readonly Segment[],
): readonly Journey[] {
  if (gateway.subnet === null) return [fromRegional(index, call, { way, gateway, segment }, earlier)];
  const subnet = index.subnets.get(gateway.subnet);
  const source = natParty(index, gateway);
  const segments = [...earlier, segment];
  if (subnet === undefined || source === null || earlier.length >= MOST_TRANSLATIONS)
    return [unknownNat(gateway, way, segments)];
  const destination = way.packet.destination.embeds ?? way.packet.destination;
  const { protocol } = way.packet;
  const ports = requestPorts(protocol, call.port, destination.family);
  const packet: Packet = { source, destination, protocol, ports };
  const reached: Segment = { ...segment, goal: { kind: "interface", subnet } };
  const onward = { ...call, from: subnet, packet, calls: ANY_CALL_PORTS };
  return travel(index, onward, [...earlier, reached]).map((next) => ({
    ...next,
    hops: [...way.hops, ...next.hops],
    passes: inTurn([way.passes, next.passes]),
  }));
}

interface AtTranslator {
  readonly way: Way;
  readonly by: Extract<Way["end"], { readonly kind: "translated-by" }>;
  readonly segment: Segment;
}

/** What an instance sends on as its own, which its security groups must let out. */
function translateBy(
  index: TopologyIndex,
  call: Call,
  { way, by: { node, own }, segment }: AtTranslator,
  earlier: readonly Segment[],
): readonly Journey[] {
  const subnet = index.subnets.get(own.subnet);
  const source = interfaceParty(index, own, "ipv4");
  const segments = [...earlier, segment];
  if (subnet === undefined || source === null || earlier.length >= MOST_TRANSLATIONS)
    return [unknownNat(node, way, segments)];
  const destination = way.packet.destination.embeds ?? way.packet.destination;
  const { protocol } = way.packet;
  const ports = requestPorts(protocol, call.port, destination.family);
  if (destination === source) return [toItself(node, own, way, segments)];
  const guard = { groups: own.securityGroups, owner: node.id, side: "out" } as const;
  const { hop, packet } = passGroups(index, guard, { source, destination, protocol, ports });
  const before = { hops: [...way.hops, hop], passes: inTurn([way.passes, hop.passes]) };
  if (hop.passes === "no") return [{ ...journey(way, false, segments), ...before }];
  const reached: Segment = { ...segment, goal: { kind: "interface", subnet } };
  const onward = { ...call, from: subnet, packet, calls: ANY_CALL_PORTS };
  return travel(index, onward, [...earlier, reached]).map((next) => ({
    ...next,
    hops: [...before.hops, ...next.hops],
    passes: inTurn([before.passes, next.passes]),
  }));
}

/** A regional NAT gateway stands in no subnet, and finds the internet gateway of its VPC by itself. */
function fromRegional(
  index: TopologyIndex,
  { goal }: Call,
  { way, gateway, segment }: AtNat,
  earlier: readonly Segment[],
): Journey {
  const hasInternet = index.topology.gateways.some(
    ({ kind, ...rest }) => kind === "internet-gateway" && "vpc" in rest && rest.vpc === gateway.vpc,
  );
  const segments = [...earlier, segment];
  if (goal.kind !== "outside" || !hasInternet) return unknownNat(gateway, way, segments);
  const hop: Hop = {
    kind: "gateway",
    direction: "there",
    what: gateway.id,
    passes: "yes",
    reason: `${gateway.id} is regional: it leads to the internet gateway of ${gateway.vpc} by itself`,
    place: gateway.place,
    facts: [routingFacts.natGatewayRegional],
  };
  const vpc = index.vpcs.get(gateway.vpc);
  const at = { gateway, where: vpc ?? OPEN, isOutward: true, inspected: null };
  const blocked = blockedHop(index, at);
  if (blocked === null) return { ...journey(way, true, segments), hops: [...way.hops, hop] };
  const hops = [...way.hops, hop, { direction: "there" as const, ...blocked }];
  return {
    ...journey(way, blocked.passes !== "no", segments),
    hops,
    passes: inTurn([way.passes, blocked.passes]),
  };
}

/** A VPC of which nothing is known. */
const OPEN = { id: "the VPC", publicAccess: "open" } as const;
