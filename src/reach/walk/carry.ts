import { addressingFacts } from "../../aws/facts/addressing.ts";
import type { Fact } from "../../aws/facts/fact.ts";
import { reachabilityFacts } from "../../aws/facts/reachability.ts";
import { routingFacts } from "../../aws/facts/routing.ts";
import { bitsOf } from "../../base/prefix.ts";
import type { TopologyRouteTable, TopologySubnet } from "../topology/topology.ts";
import { type Choice, chooseRoutes, tableOf } from "./choose-route.ts";
import type { TopologyIndex } from "./index-topology.ts";
import { isBeside, waysBeside } from "./is-beside.ts";
import { crossBorder } from "./judge-network-acl.ts";
import type { Party } from "./packet.ts";
import { partyText } from "./packet-text.ts";
import { passAppliance } from "./pass-appliance.ts";
import { passGateway } from "./pass-gateway.ts";
import type { Hop } from "./trace.ts";
import { unlessLeftOut } from "./unless-left-out.ts";
import { behind, type Errand, endWith, ifPasses, type Way } from "./way.ts";

/** Gateways and appliances that a packet passes before it is taken for one that goes round and round. */
const MOST_GATEWAYS = 8;

/**
 * Carries a packet from an interface of a subnet towards its goal: along the routes and through gateways, and out
 * through the network ACL where the next step is not in the subnet itself. Several ways where it is not known which is taken.
 */
export function carry(index: TopologyIndex, from: TopologySubnet, errand: Errand): readonly Way[] {
  const { packet, goal, via } = errand;
  const isNear =
    goal.kind === "interface" && goal.subnet.id === from.id && packet.destination.embeds === null;
  if (isNear) return [{ hops: [], passes: "yes", end: { kind: "arrived" }, packet, via }];
  const { hasBeside, hasOthers } = waysBeside(index, from, packet.destination);
  const within = hasBeside ? takeRoutes(index, from, errand, true) : [];
  return hasOthers ? [...within, ...leave(index, from, errand)] : within;
}

function leave(index: TopologyIndex, from: TopologySubnet, errand: Errand): readonly Way[] {
  const { hop, packet: left } = crossBorder(index, from, errand.packet, {
    side: "out",
    direction: errand.direction,
  });
  return ifPasses(errand, hop, () => takeRoutes(index, from, { ...errand, packet: left }, false));
}

function takeRoutes(
  index: TopologyIndex,
  from: TopologySubnet,
  errand: Errand,
  beside: boolean,
): readonly Way[] {
  const table = tableOf(index, from);
  if (table === undefined) return endWith(errand, unknownTable(from));
  const choices = chooseRoutes(index, table, errand.packet.destination);
  const taken = choices.filter((choice) => isBeside(index, from, choice) === beside);
  return taken.flatMap((choice) => {
    const hop = unlessLeftOut(index, [table.id, from.id, from.vpc], routeHop(table, errand, choice));
    const narrowed = { ...errand, packet: { ...errand.packet, destination: choice.party } };
    // A table that may have other routes may have one where none is known.
    if (choice.taken === null) return endWith(narrowed, hop);
    return behind(hop, follow(index, from, narrowed, choice));
  });
}

function unknownTable({ id, place }: TopologySubnet) {
  return {
    kind: "route",
    what: id,
    passes: "unknown",
    reason: `which route table ${id} has is not known`,
    place,
    facts: [reachabilityFacts.noRouteNoWay],
  } as const;
}

/** Where it is not known before apply which way a packet takes, each of them is one that it may take. */
function routeHop(
  { id, place }: TopologyRouteTable,
  { packet, direction }: Errand,
  { taken, party, isSure }: Choice,
): Hop {
  const to = partyText(taken === null ? packet.destination : party);
  const hop = { kind: "route", direction, what: id } as const;
  if (taken === null) {
    const facts = [
      reachabilityFacts.noRouteNoWay,
      ...(party.embeds === null ? [] : [routingFacts.dns64NeedsNat64Route]),
    ];
    const reason = `${id} ${isSure ? "has" : "may have"} no route to ${to}`;
    return { ...hop, passes: "no", reason, place, facts };
  }
  if (taken.kind === "local") return { ...hop, passes: "yes", place: null, ...localRoute(to, isSure) };
  const { route } = taken;
  if (route.target === "blackhole") {
    const reason = `${id} ${isSure ? "drops" : "may drop"} what goes to ${to}: a black hole`;
    return { ...hop, passes: "no", reason, place: route.place, facts: [reachabilityFacts.noRouteNoWay] };
  }
  const reason = `${id} ${isSure ? "sends" : "may send"} what goes to ${to} to ${route.target}`;
  return { ...hop, passes: "yes", reason, place: route.place, facts: factsOfRoute(party) };
}

function localRoute(to: string, isSure: boolean): Pick<Hop, "reason" | "facts"> {
  const reason = isSure
    ? `${to} is in the VPC: the local route`
    : `${to} may be in the VPC, which is not known before apply: then the local route`;
  return { reason, facts: [routingFacts.localRouteOfTheVpc, routingFacts.mostSpecificRouteWins] };
}

/** That an address of somebody else is in no block of Amazon's, which is known only after apply, is a fact. */
function factsOfRoute({ isOutside, embeds, blocks }: Party): readonly Fact[] {
  const isForeign =
    isOutside &&
    embeds === null &&
    blocks.every((block) => block.kind === "known" && block.prefix.length === bitsOf("ipv6"));
  const facts = [routingFacts.mostSpecificRouteWins];
  return isForeign ? [...facts, addressingFacts.amazonIpv6Ranges] : facts;
}

function follow(
  index: TopologyIndex,
  from: TopologySubnet,
  errand: Errand,
  { taken, isSure }: Choice,
): readonly Way[] {
  if (taken === null || taken.kind === "local") return stayInVpc(index, from, errand, isSure);
  const { target } = taken.route;
  const { packet, via } = errand;
  if (target === "blackhole") return [{ hops: [], passes: "no", end: { kind: "stopped" }, packet, via }];
  if (via.filter((id) => !index.subnets.has(id)).length >= MOST_GATEWAYS)
    return endWith(errand, goesRound(target));
  const gateway = index.gateways.get(target);
  if (gateway !== undefined) return passGateway(index, carry, { gateway, from, errand });
  const node = index.nodes.get(target);
  if (node !== undefined) return passAppliance(index, carry, { node, from, errand });
  return endWith(errand, {
    kind: "gateway",
    what: target,
    passes: "unknown",
    reason: `nothing is known of ${target}`,
    place: taken.route.place,
    facts: [],
  });
}

function goesRound(target: string) {
  return {
    kind: "gateway",
    what: target,
    passes: "unknown",
    reason: `the packet comes by ${target} after ${MOST_GATEWAYS} gateways: the routes may lead round and round`,
    place: null,
    facts: [reachabilityFacts.noRouteNoWay],
  } as const;
}

function stayInVpc(
  index: TopologyIndex,
  from: TopologySubnet,
  errand: Errand,
  isSure: boolean,
): readonly Way[] {
  const { goal, packet, direction, via } = errand;
  if (goal.kind === "interface" && goal.subnet.vpc === from.vpc) {
    const { hop, packet: left } = crossBorder(index, goal.subnet, packet, { side: "in", direction });
    return ifPasses(errand, hop, () => [
      { hops: [], passes: "yes", end: { kind: "arrived" }, packet: left, via },
    ]);
  }
  // The address is in this VPC and in the other one too, or nothing that is known has it.
  const passes = goal.kind === "interface" ? "no" : "unknown";
  const to = partyText(packet.destination);
  return endWith(errand, {
    kind: "route",
    what: from.vpc,
    passes,
    reason: isSure
      ? `${to} stays in ${from.vpc}, where nothing that is known has it`
      : `whether ${to} is in ${from.vpc} is not known before apply, and nothing that is known has it there`,
    place: index.vpcs.get(from.vpc)?.place ?? null,
    facts: [routingFacts.localRouteOfTheVpc],
  });
}
