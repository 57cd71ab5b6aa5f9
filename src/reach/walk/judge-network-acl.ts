import { filteringFacts } from "../../aws/facts/filtering.ts";
import { reachabilityFacts } from "../../aws/facts/reachability.ts";
import { familyOf } from "../topology/block.ts";
import type { AclEntry, TopologyNetworkAcl } from "../topology/filters.ts";
import type { TopologySubnet } from "../topology/topology.ts";
import type { Matcher } from "./first-match.ts";
import { once, type TopologyIndex } from "./index-topology.ts";
import { type Judgement, judge, type Met, portsOf } from "./judge.ts";
import type { Packet, Party, PortRange } from "./packet.ts";
import { packetText, rangesText } from "./packet-text.ts";
import type { Hop, Passage } from "./trace.ts";
import { unlessLeftOut } from "./unless-left-out.ts";

/** One step and what is left of the packets behind it. */
export interface Step {
  readonly hop: Hop;
  readonly packet: Packet;
}

/** Which way a packet crosses the subnet's border, and on which half of the conversation. */
export interface Crossing {
  readonly side: "out" | "in";
  readonly direction: Hop["direction"];
}

/** A packet at the border of a subnet: its network ACL looks at who is outside. */
export function crossBorder(
  index: TopologyIndex,
  subnet: TopologySubnet,
  packet: Packet,
  { side, direction }: Crossing,
): Step {
  const far = side === "out" ? packet.destination : packet.source;
  const { party, ports, hop } = once(
    index,
    `border ${direction} ${side} ${filterOf(index, subnet)} ${packet.protocol} ${keyOf(packet.ports)}`,
    far,
    () => found(index, subnet, far, packet, { side, direction }),
  );
  return {
    hop,
    packet: { ...packet, ...(side === "out" ? { destination: party } : { source: party }), ports },
  };
}

/** Subnets with one network ACL are alike, unless something of which nothing is known touches one. */
function filterOf(index: TopologyIndex, { id, networkAcl }: TopologySubnet): string {
  return networkAcl === null || index.leftOut.has(id) ? `of ${id}` : networkAcl;
}

/** Ranges of ports as text that is equal where they are. */
export function keyOf(ports: readonly PortRange[]): string {
  return ports.map(({ from, to }) => `${from}-${to}`).join();
}

interface Found extends Pick<Judgement, "party" | "ports"> {
  readonly hop: Hop;
}

function found(
  index: TopologyIndex,
  subnet: TopologySubnet,
  far: Party,
  packet: Packet,
  crossing: Crossing,
): Found {
  const acl = subnet.networkAcl === null ? undefined : index.networkAcls.get(subnet.networkAcl);
  if (acl === undefined) return { party: far, ports: packet.ports, hop: unknownAcl(subnet, crossing) };
  const rules = rulesOf(index, acl, packet.protocol, far, crossing.side);
  const { passes, by, party, ports } = judge(index, rules, far, packet.ports);
  const hop: Hop = {
    kind: `network-acl-${crossing.side}`,
    direction: crossing.direction,
    what: acl.id,
    passes,
    reason: reasonOf(acl.id, crossing.side, { passes, by }, packet, ports),
    place: by?.place ?? acl.place,
    facts: [
      reachabilityFacts.networkAclAtTheBorder,
      filteringFacts.networkAclRuleNumbers,
      ...(crossing.direction === "back"
        ? [filteringFacts.networkAclIsStateless, reachabilityFacts.clientPorts]
        : []),
    ],
  };
  return { party, ports, hop: unlessLeftOut(index, [acl.id, subnet.id], hop) };
}

function unknownAcl(subnet: TopologySubnet, { side, direction }: Crossing): Hop {
  return {
    kind: `network-acl-${side}`,
    direction,
    what: subnet.id,
    passes: "unknown",
    reason: `which network ACL ${subnet.id} has is not known`,
    place: subnet.place,
    facts: [reachabilityFacts.networkAclAtTheBorder],
  };
}

function rulesOf(
  index: TopologyIndex,
  acl: TopologyNetworkAcl,
  protocol: Packet["protocol"],
  { family }: Party,
  side: Crossing["side"],
): readonly Matcher<Met>[] {
  return once(index, `entries ${side} ${protocol} ${family}`, acl, () =>
    (side === "out" ? acl.egress : acl.ingress)
      .toSorted((a, b) => a.ruleNumber - b.ruleNumber)
      .flatMap((entry) => matcherOf(entry, protocol, family)),
  );
}

function matcherOf(
  { block, traffic, ruleNumber, action, place }: AclEntry,
  protocol: Packet["protocol"],
  family: Party["family"],
): readonly Matcher<Met>[] {
  const ports = portsOf(traffic, protocol, family);
  if (ports === null || (block !== "unknown" && familyOf(block) !== family)) return [];
  return [{ block, ports, result: { allows: action === "allow", place, what: `entry ${ruleNumber}` } }];
}

function reasonOf(
  id: string,
  side: Crossing["side"],
  { passes, by }: { readonly passes: Passage; readonly by: Met | null },
  packet: Packet,
  left: readonly PortRange[],
): string {
  const what = packetText(packet, side === "out" ? "to" : "from");
  const rule = by === null ? "no entry" : by.what;
  switch (passes) {
    case "yes":
      return `${id} lets ${what} ${side} by ${rule}`;
    case "no":
      return by === null ? `no entry of ${id} lets ${what} ${side}` : `${id} denies ${what} by ${rule}`;
    case "some":
      return `${id} lets only a part of ${what} ${side}: ${rangesText(packet, left)} by ${rule}`;
    case "unknown":
      return `whether ${id} lets ${what} ${side} depends on addresses or values that are not known`;
  }
}
