import { reachabilityFacts } from "../../aws/facts/reachability.ts";
import { familyName } from "../../base/family-name.ts";
import type { Gateway, TopologySubnet } from "../topology/topology.ts";
import { attemptOf, endOf, finish, type Target } from "./attempt.ts";
import { ANY_CALL_PORTS, requestPorts } from "./client-ports.ts";
import type { TopologyIndex } from "./index-topology.ts";
import { crossBorder } from "./judge-network-acl.ts";
import type { Packet, Party } from "./packet.ts";
import { partyText } from "./packet-text.ts";
import type { Attempt, Hop, Query } from "./trace.ts";
import type { Journey, Segment } from "./travel.ts";

/** What comes of a call that begins outside of all VPCs, in one family. */
export function attemptFromOutside(
  index: TopologyIndex,
  source: Party,
  target: Target,
  query: Query,
): Attempt {
  const end = endOf(index, target);
  if (end === null || end.goal.kind !== "interface")
    return attemptOf(null, target, [...target.before, nowhere(target)], "no");
  const { subnet } = end.goal;
  const ports = requestPorts(query.protocol, query.port, target.family);
  const packet: Packet = { source, destination: end.party, protocol: query.protocol, ports };
  const gateway = internetGatewayOf(index, subnet);
  const entry = entryHop(gateway, subnet, end.party);
  const first = [...target.before, entry];
  if (entry.passes === "no" || gateway === undefined) return attemptOf(null, target, first, entry.passes);
  const border = crossBorder(index, subnet, packet, { side: "in", direction: "there" });
  const hops = [...first, border.hop];
  if (border.hop.passes === "no") return attemptOf(null, target, hops, "no");
  const via = [gateway.id];
  const segment: Segment = { from: null, goal: end.goal, packet: border.packet, via, calls: ANY_CALL_PORTS };
  const passes = border.hop.passes === "yes" ? entry.passes : border.hop.passes;
  const journey: Journey = { hops, passes, hasArrived: true, packet: border.packet, segments: [segment] };
  const { hops: all, passes: verdict } = finish(index, target, journey, query);
  return attemptOf(null, target, all, verdict);
}

type InternetGateway = Extract<Gateway, { readonly kind: "internet-gateway" }>;

function internetGatewayOf(
  { topology }: TopologyIndex,
  { vpc }: TopologySubnet,
): InternetGateway | undefined {
  return topology.gateways
    .filter((gateway) => gateway.kind === "internet-gateway")
    .find((gateway) => gateway.vpc === vpc);
}

function nowhere({ end, family }: Target): Hop {
  const what = end.kind === "interface" ? end.node.id : "internet";
  return {
    kind: "listener",
    direction: "there",
    what,
    passes: "no",
    reason: `${what} has no ${familyName(family)} address`,
    place: end.kind === "interface" ? end.node.place : null,
    facts: [reachabilityFacts.internetGatewayMapsPublicIpv4],
  };
}

/** Whether the internet's packets come into the VPC for the address. */
function entryHop(gateway: Gateway | undefined, subnet: TopologySubnet, party: Party): Hop {
  const hop = { kind: "gateway", direction: "there" } as const;
  const facts = [reachabilityFacts.internetGatewayMapsPublicIpv4];
  if (gateway === undefined)
    return {
      ...hop,
      what: subnet.vpc,
      passes: "no",
      reason: `${subnet.vpc} has no internet gateway`,
      place: subnet.place,
      facts,
    };
  const who = partyText(party);
  const reasons = {
    yes: `${gateway.id} passes on what comes for ${who}`,
    no:
      party.family === "ipv4"
        ? `${who} has no public IPv4 address`
        : `the internet gateway passes nothing on to ${who}: it is internal, or no global address`,
    unknown: `whether ${gateway.id} passes on what comes for ${who} is not known`,
  } as const;
  const cited =
    party.family === "ipv4" ? facts : [...facts, reachabilityFacts.internalAddressesRefuseInternet];
  return {
    ...hop,
    what: gateway.id,
    passes: party.isPublic,
    reason: reasons[party.isPublic],
    place: gateway.place,
    facts: cited,
  };
}
