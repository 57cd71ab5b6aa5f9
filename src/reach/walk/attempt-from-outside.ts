import { reachabilityFacts } from "../../aws/facts/reachability.ts";
import { familyName } from "../../base/family-name.ts";
import type { Gateway, TopologySubnet } from "../topology/topology.ts";
import { attemptOf, endOf, finish, type Target } from "./attempt.ts";
import { ANY_CALL_PORTS, requestPorts } from "./client-ports.ts";
import { enterVpc, type InternetGateway } from "./enter-vpc.ts";
import type { TopologyIndex } from "./index-topology.ts";
import type { Packet, Party } from "./packet.ts";
import { partyText } from "./packet-text.ts";
import { inTurn, oneOf } from "./passage.ts";
import type { Attempt, Hop, Query } from "./trace.ts";
import type { Journey, Segment } from "./travel.ts";
import { unlessLeftOut } from "./unless-left-out.ts";
import type { Errand, Goal, Way } from "./way.ts";

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
  const first = [...target.before, gateway === undefined ? entry : unlessLeftOut(index, [gateway.id], entry)];
  const entered = inTurn(first.slice(target.before.length).map(({ passes }) => passes));
  if (entered === "no" || gateway === undefined) return attemptOf(null, target, first, "no");
  const errand: Errand = { packet, goal: end.goal, direction: "there", via: [gateway.id], passed: [] };
  const all = enterVpc(index, gateway, subnet, errand).map((way) =>
    finish(index, target, journeyOf(way, end.goal), query),
  );
  const shown = all.find(({ passes }) => passes !== "yes") ?? all[0];
  const verdict = inTurn([entered, oneOf(all.map(({ passes }) => passes))]);
  return attemptOf(null, target, [...first, ...(shown?.hops ?? [])], verdict);
}

function journeyOf({ hops, passes, packet, via, end }: Way, goal: Goal): Journey {
  const segment: Segment = { from: null, goal, packet, via, calls: ANY_CALL_PORTS };
  return { hops, passes, hasArrived: end.kind === "arrived", packet, segments: [segment] };
}

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
