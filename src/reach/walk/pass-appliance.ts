import { reachabilityFacts } from "../../aws/facts/reachability.ts";
import { routingFacts } from "../../aws/facts/routing.ts";
import type { Interface, Node } from "../topology/nodes.ts";
import type { TopologySubnet } from "../topology/topology.ts";
import type { TopologyIndex } from "./index-topology.ts";
import { crossBorder } from "./judge-network-acl.ts";
import { passGroups } from "./judge-security-groups.ts";
import type { Hop } from "./trace.ts";
import { translateAt } from "./translate-at.ts";
import { unlessLeftOut } from "./unless-left-out.ts";
import { type Carry, type Errand, endWith, ifPasses, type Origin, type Way } from "./way.ts";
import { withoutGroups } from "./without-groups.ts";

interface AtAppliance {
  readonly node: Node;
  readonly from: Origin;
  readonly errand: Errand;
}

/** A packet at something that may send it on: its own filters, and whether AWS lets it forward. */
export function passAppliance(
  index: TopologyIndex,
  carry: Carry,
  { node, from, errand }: AtAppliance,
): readonly Way[] {
  const own = interfaceFor(index, node, from);
  const subnet = own === null ? undefined : index.subnets.get(own.subnet);
  if (own === null || subnet === undefined) return endWith(errand, unknownInterface(node));
  const arrive = crossIn(index, from, subnet, errand);
  return ifEach(errand, arrive.hops, () => {
    const forward = unlessLeftOut(index, [node.id], forwardHop(node, errand));
    return ifPasses(errand, forward, () => {
      const at = { node, own, subnet, errand: arrive.errand };
      const isForNat64 = errand.packet.destination.embeds !== null;
      if (!isForNat64) return sendOn(index, carry, at);
      if (node.forwards === "nat64") return translateAt(index, at);
      return orTranslated(at, sendOn(index, carry, at));
    });
  });
}

/** It may be a translator, of which nothing says so: sure is only what finds another one behind it. */
function orTranslated({ node, errand }: Forwarder, ways: readonly Way[]): readonly Way[] {
  if (ways.every(({ passes }) => passes !== "no")) return ways;
  const hop = {
    ...({ kind: "gateway", what: node.id, passes: "unknown", place: node.place } as const),
    reason: `whether ${node.id} translates IPv6 to IPv4 is not known`,
    facts: [routingFacts.nat64ByInstance],
  };
  return endWith(errand, hop);
}

/** The interface of an appliance to which packets of a subnet come; null where it is not known. */
export function interfaceFor(index: TopologyIndex, { interfaces }: Node, from: Origin): Interface | null {
  const own = interfaces.filter(({ subnet }) => index.subnets.get(subnet)?.vpc === from.vpc);
  const near = own.find(({ subnet }) => index.subnets.get(subnet)?.zone === from.zone);
  return own.length === 1 ? (own[0] ?? null) : (near ?? null);
}

function unknownInterface({ id, place }: Node) {
  return {
    kind: "gateway",
    what: id,
    passes: "unknown",
    reason: `which interface of ${id} the packet comes to is not known`,
    place,
    facts: [reachabilityFacts.forwardingNeedsNoSourceCheck],
  } as const;
}

/** A packet on its way into the subnet of an appliance: within one subnet it crosses no border. */
export function crossIn(
  index: TopologyIndex,
  from: Origin,
  subnet: TopologySubnet,
  errand: Errand,
): { readonly hops: readonly Hop[]; readonly errand: Errand } {
  if (subnet.id === from.id) return { hops: [], errand };
  const { hop, packet } = crossBorder(index, subnet, errand.packet, {
    side: "in",
    direction: errand.direction,
  });
  return { hops: [hop], errand: { ...errand, packet } };
}

/** What lies behind hops that follow on each other, where packets pass them all. */
export function ifEach(errand: Errand, hops: readonly Hop[], onward: () => readonly Way[]): readonly Way[] {
  const [first, ...others] = hops;
  return first === undefined ? onward() : ifPasses(errand, first, () => ifEach(errand, others, onward));
}

function forwardHop({ id, forwards, kind, place }: Node, { direction }: Errand): Hop {
  const isAws = kind === "vpc-endpoint" || kind === "load-balancer";
  const answered = forwards === "nat64" ? "yes" : forwards;
  const passes = isAws ? "unknown" : answered;
  const reasons = {
    yes: `${id} sends packets of others on: its source and destination check is off`,
    no: `${id} drops packets of others: its source and destination check is on`,
    unknown: `whether ${id} sends packets of others on is not known`,
  } as const;
  return {
    kind: "gateway",
    direction,
    what: id,
    passes,
    reason: reasons[passes],
    place,
    facts: [reachabilityFacts.forwardingNeedsNoSourceCheck],
  };
}

/** A packet in the subnet of an appliance that sends it on. */
export interface Forwarder {
  readonly node: Node;
  readonly own: Interface;
  readonly subnet: TopologySubnet;
  readonly errand: Errand;
}

function sendOn(
  index: TopologyIndex,
  carry: Carry,
  { node, own, subnet, errand }: Forwarder,
): readonly Way[] {
  const guard = { groups: own.securityGroups, owner: node.id };
  const incoming = passGroups(index, { ...guard, side: "in" }, errand.packet);
  const outgoing = passGroups(index, { ...guard, side: "out" }, incoming.packet);
  // Answers to what went through pass by themselves.
  const hops = errand.direction === "there" ? [incoming.hop, outgoing.hop] : [];
  const { source } = outgoing.packet;
  const mayHide = source.isPublic === "no" && own.publicIpv4 !== "no";
  const shown = mayHide
    ? { ...outgoing.packet, source: { ...source, isPublic: "unknown" as const } }
    : outgoing.packet;
  const packet = withoutGroups(index, shown);
  return ifEach(errand, hops, () =>
    carry(index, subnet, { ...errand, packet, via: [...errand.via, node.id] }),
  );
}
