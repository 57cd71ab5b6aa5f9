import { EPHEMERAL_PORTS } from "../../aws/protocols.ts";
import { assertNever } from "../../base/invariant.ts";
import type { Path } from "../../base/path.ts";
import { type Block, coverage } from "../topology/block.ts";
import type { AclEntry, GroupPeer, GroupRule, TrafficClass } from "../topology/filters.ts";
import { groupsOf } from "../topology/groups-of.ts";
import type { Node } from "../topology/nodes.ts";
import type { Topology } from "../topology/topology.ts";
import type { Hop, Query } from "../walk/trace.ts";

/** What a filter saw: its hop, the connection, and the nodes at both ends; null: an end outside. */
export interface Filtered {
  readonly hop: Hop;
  readonly query: Query;
  readonly from: Node | null;
  readonly to: Node | null;
}

/** The value that keeps the packet out, and what the author may do. */
export interface Culprit {
  readonly path: Path;
  /** What is wrong with it: its ports, its peer, or that there is nothing that could fit. */
  readonly wrong: "ports" | "peer" | "nothing";
}

/** The value of the group's rules that comes nearest to letting the packet pass; null: no rule comes near. */
export function closestGroupValue(topology: Topology, filtered: Filtered): Culprit | null {
  const isOut = filtered.hop.kind === "security-group-out";
  const node = isOut ? filtered.from : filtered.to;
  const other = isOut ? filtered.to : filtered.from;
  const own = groupsOf(node ?? { interfaces: [] });
  const rules = topology.filters.securityGroups
    .filter(({ id }) => own.has(id))
    .flatMap((group) => (isOut ? group.egress : group.ingress));
  const samePeer = nearestPorts(
    rules.filter(({ peer }) => mayBe(peer, other)),
    filtered.query,
  );
  const samePorts = rules.find(({ traffic }) => takesTraffic(traffic, filtered.query));
  // Of rules that fit half, the one for these ports was written for this connection.
  if (samePorts !== undefined) return culprit(samePorts, isOut ? "to" : "from", "peer");
  return samePeer === null ? null : culprit(samePeer, "ports", "ports");
}

/** The rule whose ports are the nearest to the packet's. */
function nearestPorts(rules: readonly GroupRule[], { protocol, port }: Query): GroupRule | null {
  const distanceOf = ({ traffic }: GroupRule): number | null => {
    if (traffic.kind !== "ports" || traffic.protocol !== protocol) return null;
    return Math.min(Math.abs(traffic.from - port), Math.abs(traffic.to - port));
  };
  return rules.reduce<GroupRule | null>((best, rule) => {
    const distance = distanceOf(rule);
    const least = best === null ? null : distanceOf(best);
    return distance === null || (least !== null && least <= distance) ? best : rule;
  }, null);
}

/** The same of a network ACL's entries. */
export function closestEntryValue(topology: Topology, { hop, query }: Filtered): Culprit | null {
  const acl = topology.filters.networkAcls.find(({ id }) => id === hop.what);
  if (acl === undefined) return null;
  const entries = (hop.kind === "network-acl-out" ? acl.egress : acl.ingress).filter(
    ({ action }) => action === "allow",
  );
  const fits = ({ traffic }: AclEntry): boolean =>
    hop.direction === "there" ? takesTraffic(traffic, query) : takesAnswers(traffic);
  const samePorts = entries.find(fits);
  return samePorts === undefined ? null : culprit(samePorts, "cidr", "peer");
}

function culprit({ place }: Pick<GroupRule, "place">, key: string, wrong: Culprit["wrong"]): Culprit | null {
  return place.kind === "blueprint" ? { path: [...place.path, key], wrong } : null;
}

/** True when the rule speaks of the packet. */
export function takesTraffic(
  traffic: TrafficClass,
  { protocol, port }: Pick<Query, "protocol" | "port">,
): boolean {
  switch (traffic.kind) {
    case "all":
    case "unknown":
      return true;
    case "ports":
      return traffic.protocol === protocol && traffic.from <= port && port <= traffic.to;
    case "icmp":
      return protocol === "icmp";
    case "protocol":
      return false;
    default:
      return assertNever(traffic);
  }
}

function takesAnswers(traffic: TrafficClass): boolean {
  if (traffic.kind === "all") return true;
  return traffic.kind === "ports" && traffic.from < traffic.to && traffic.to >= EPHEMERAL_PORTS.from;
}

/** True when the peer of a rule may be the node, or somebody outside. */
function mayBe(peer: GroupPeer, node: Node | null): boolean {
  switch (peer.kind) {
    case "security-group":
      return node?.interfaces.some(({ securityGroups }) => securityGroups?.includes(peer.id)) ?? false;
    case "block":
      return mayHold(peer.block, node);
    case "blocks":
      return peer.blocks.some((block) => mayHold(block, node));
    case "service":
    case "unknown":
      return node === null;
    default:
      return assertNever(peer);
  }
}

function mayHold(block: Block, node: Node | null): boolean {
  if (node === null) return block.kind === "known";
  return node.interfaces.some(({ ipv4, ipv6 }) =>
    [ipv4, ipv6].some((own) => own !== null && coverage(block, own) !== "none"),
  );
}
