import type { Fact } from "../../aws/facts/fact.ts";
import { reachabilityFacts } from "../../aws/facts/reachability.ts";
import { transitFacts } from "../../aws/facts/transit.ts";
import { bitsOf } from "../../base/prefix.ts";
import type { Gateway, PeeringSideOf } from "../topology/topology.ts";
import type { TopologyIndex } from "./index-topology.ts";
import { crossBorder } from "./judge-network-acl.ts";
import type { Packet, Party } from "./packet.ts";
import { partyText } from "./packet-text.ts";
import type { Passage } from "./trace.ts";
import { type AtGateway, behind, endWith, gatewayHop, hopOf, ifPasses, type Way } from "./way.ts";
import { withoutGroups } from "./without-groups.ts";

type Peering = Extract<Gateway, { readonly kind: "vpc-peering-connection" }>;

/** A packet at a peering connection: it ends in the other VPC, whose gateways it cannot use. */
export function passPeering(
  index: TopologyIndex,
  { gateway, from, errand }: AtGateway<Peering>,
): readonly Way[] {
  const { goal, packet, direction, via } = errand;
  const facts = [
    reachabilityFacts.peeringEndsInThePeer,
    transitFacts.peeringRoutesBothWays,
    reachabilityFacts.groupReferencesAcrossPeering,
  ];
  const end = (passes: Passage, reason: string) =>
    endWith(errand, gatewayHop(gateway, passes, reason, facts));
  const { id } = gateway;
  const other = gateway.sides.find(({ vpc }) => vpc !== from.vpc);
  if (other === undefined) return end("unknown", `which VPCs ${id} connects is not known`);
  if (packet.source.vpc !== from.vpc) {
    const passes = packet.source.vpc === null ? "unknown" : "no";
    return end(
      passes,
      `${id} carries packets between its two VPCs alone, not those of ${partyText(packet.source)}`,
    );
  }
  if (isBehindGateways(index, errand, other.vpc))
    return end("no", `${id} ends in ${other.vpc}: it leads to no gateway of that VPC`);
  if (goal.kind !== "interface" || !isThere(index, other.vpc)) {
    const isOther = goal.kind === "interface" && goal.subnet.vpc !== other.vpc && other.isKnown;
    return isOther
      ? end("no", `${id} ends in ${other.vpc}, which does not have ${partyText(packet.destination)}`)
      : end("unknown", `what is behind ${id} in ${placeOf(other)} is not known: ${ASK_FOR_BOTH}`);
  }
  if (goal.subnet.vpc !== other.vpc)
    return end("no", `${id} ends in ${other.vpc}, which does not have ${partyText(packet.destination)}`);
  const { hop, packet: left } = crossBorder(index, goal.subnet, acrossRegions(index, gateway, packet), {
    side: "in",
    direction,
  });
  const passed = hopOf(errand, passedHop(gateway, other, facts));
  return behind(
    passed,
    ifPasses(errand, hop, () => [
      { hops: [], passes: "yes", end: { kind: "arrived" }, packet: left, via: [...via, id] },
    ]),
  );
}

/** What is to be given where one side is not known. */
export const ASK_FOR_BOTH = "both blueprints, or plans or states of both sides (--plan), tell";

function placeOf({ vpc, where }: PeeringSideOf): string {
  return where === null ? vpc : `${vpc} (${where})`;
}

function passedHop(gateway: Peering, other: PeeringSideOf, facts: readonly Fact[]) {
  const to = `${gateway.id} leads to ${placeOf(other)}`;
  if (gateway.crossesRegions !== "yes") return gatewayHop(gateway, "yes", to, facts);
  const reason = `${to} in another region: no security group is known there, and packets have 8,500 bytes at most`;
  return gatewayHop(gateway, "yes", reason, [...facts, transitFacts.peeringMtuAcrossRegions]);
}

/** Rules for groups match within one region alone. */
function acrossRegions(index: TopologyIndex, { crossesRegions }: Peering, packet: Packet): Packet {
  return crossesRegions === "yes" ? withoutGroups(index, packet) : packet;
}

/** Whether a packet is for what the peer itself reaches only by a gateway of its own. */
function isBehindGateways(
  index: TopologyIndex,
  { goal, packet: { destination } }: AtGateway["errand"],
  vpc: string,
): boolean {
  if (destination.embeds !== null) return true;
  return goal.kind === "outside" && (isThere(index, vpc) || !isAddress(destination));
}

/** One address that is told, and no server of the internet: a VPC may have any block, also one of the internet's. */
function isAddress({ family, blocks, isCrowd, service }: Party): boolean {
  const [block] = blocks;
  const isTold = block?.kind === "known" && block.prefix.length === bitsOf(family);
  return isTold && blocks.length === 1 && !isCrowd && service === null;
}

function isThere({ vpcs }: TopologyIndex, vpc: string): boolean {
  return vpcs.has(vpc);
}
