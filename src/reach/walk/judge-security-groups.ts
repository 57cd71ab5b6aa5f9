import type { Fact } from "../../aws/facts/fact.ts";
import { reachabilityFacts } from "../../aws/facts/reachability.ts";
import { routingFacts } from "../../aws/facts/routing.ts";
import { assertNever } from "../../base/invariant.ts";
import { familyOf } from "../topology/block.ts";
import type { GroupPeer, GroupRule, TopologySecurityGroup } from "../topology/filters.ts";
import type { Matcher } from "./first-match.ts";
import { once, type TopologyIndex } from "./index-topology.ts";
import { judge, type Met, portsOf } from "./judge.ts";
import { keyOf, type Step } from "./judge-network-acl.ts";
import type { Packet, Party } from "./packet.ts";
import { packetText } from "./packet-text.ts";
import type { Hop, Passage } from "./trace.ts";
import { unlessLeftOut } from "./unless-left-out.ts";

/** The security groups of an interface, and which way a packet goes through it. */
export interface Guard {
  /** Null: none filter it. */
  readonly groups: readonly string[] | null;
  readonly side: "out" | "in";
  /** Id of what has the interface. */
  readonly owner: string;
}

/** A packet at an interface: its security groups look at the far end; answers pass by themselves. */
export function passGroups(index: TopologyIndex, guard: Guard, packet: Packet): Step {
  const { groups, side, owner } = guard;
  if (groups === null) return { hop: unguarded(owner, side), packet };
  const far = side === "out" ? packet.destination : packet.source;
  const { party, hop } = once(
    index,
    `groups ${side} ${packet.protocol} ${keyOf(packet.ports)} ${groups.join()} ${groups.length === 0 ? owner : ""}`,
    far,
    () => found(index, guard, far, packet),
  );
  return { hop, packet: { ...packet, ...(side === "out" ? { destination: party } : { source: party }) } };
}

function unguarded(owner: string, side: Guard["side"]): Hop {
  return {
    kind: `security-group-${side}`,
    direction: "there",
    what: owner,
    passes: "yes",
    reason: `no security group filters ${owner}`,
    place: null,
    facts: [reachabilityFacts.securityGroupsUnite],
  };
}

function found(
  index: TopologyIndex,
  { groups, side, owner }: Guard,
  far: Party,
  packet: Packet,
): { readonly party: Party; readonly hop: Hop } {
  const ids = groups ?? [];
  const known = ids.map((id) => index.securityGroups.get(id)).filter((group) => group !== undefined);
  const rules = known.flatMap((group) => rulesOf(group, side, packet.protocol, far));
  const missing = ids.filter((id) => !index.securityGroups.has(id));
  const { passes, by, party } = judge(index, [...rules, ...missing.map(anything)], far, packet.ports);
  const hop: Hop = {
    kind: `security-group-${side}`,
    direction: "there",
    what: ids.join(", "),
    passes,
    reason: reasonOf(ids.length === 0 ? owner : ids.join(" and "), side, { passes, by }, packet),
    place: by?.place ?? known[0]?.place ?? null,
    facts: factsOf(packet, side),
  };
  // A rule of which nothing is known can only open.
  return { party, hop: passes === "yes" ? hop : unlessLeftOut(index, ids, hop) };
}

/** What a group that the topology does not have allows: nobody knows. */
function anything(id: string): Matcher<Met> {
  const result: Met = { allows: true, place: { kind: "terraform", address: id }, what: `a rule of ${id}` };
  return { block: "unknown", ports: "unknown", result };
}

function factsOf({ destination }: Packet, side: Guard["side"]): readonly Fact[] {
  const facts = [reachabilityFacts.securityGroupsUnite, reachabilityFacts.groupReferencesByPrivateAddress];
  return side === "out" && destination.embeds !== null
    ? [...facts, routingFacts.nat64MustPassFilters]
    : facts;
}

function rulesOf(
  group: TopologySecurityGroup,
  side: Guard["side"],
  protocol: Packet["protocol"],
  far: Party,
): readonly Matcher<Met>[] {
  const rules = side === "out" ? group.egress : group.ingress;
  return rules.flatMap((rule) => matchersOf(group, rule, protocol, far));
}

function matchersOf(
  { id }: TopologySecurityGroup,
  { place, traffic, peer }: GroupRule,
  protocol: Packet["protocol"],
  far: Party,
): readonly Matcher<Met>[] {
  const ports = portsOf(traffic, protocol, far.family);
  if (ports === null) return [];
  const result: Met = { allows: true, place, what: `a rule of ${id} for ${peerText(peer)}` };
  return blocksOf(peer, far).map((block) => ({ block, ports, result }));
}

function blocksOf(peer: GroupPeer, far: Party): readonly Matcher<Met>["block"][] {
  switch (peer.kind) {
    case "block":
      return familyOf(peer.block) === far.family ? [peer.block] : [];
    case "blocks":
      return peer.blocks.filter((block) => familyOf(block) === far.family);
    case "security-group":
      if (far.groups === "unknown") return ["unknown"];
      return far.groups.includes(peer.id) ? ["all"] : [];
    case "service":
      return serviceMatch(peer.service, far);
    case "unknown":
      return ["unknown"];
    default:
      return assertNever(peer);
  }
}

/** What AWS's own list of a service says of a party. */
export function serviceMatch(service: string, { service: own }: Party): readonly ("all" | "unknown")[] {
  if (own === null || own.name !== service || own.isListed === "no") return [];
  return own.isListed === "yes" ? ["all"] : ["unknown"];
}

function peerText(peer: GroupPeer): string {
  switch (peer.kind) {
    case "block":
      return "its block";
    case "blocks":
      return `prefix list ${peer.id}`;
    case "security-group":
      return peer.id;
    case "service":
      return `AWS's list of ${peer.service}`;
    case "unknown":
      return "a peer that is not known";
    default:
      return assertNever(peer);
  }
}

function reasonOf(
  ids: string,
  side: Guard["side"],
  { passes, by }: { readonly passes: Passage; readonly by: Met | null },
  packet: Packet,
): string {
  const what = packetText(packet, side === "out" ? "to" : "from");
  switch (passes) {
    case "yes":
      return `${by?.what ?? ids} lets ${what} ${side}`;
    case "no":
      return `no rule of ${ids} lets ${what} ${side}`;
    case "some":
      return `${by?.what ?? ids} lets only a part of ${what} ${side}`;
    case "unknown":
      return `whether ${ids} lets ${what} ${side} depends on addresses or values that are not known`;
  }
}
