import type { AclEntry, GroupRule, TrafficClass } from "../topology/filters.ts";
import { groupsOf } from "../topology/groups-of.ts";
import type { Listening, Node } from "../topology/nodes.ts";
import type { Topology } from "../topology/topology.ts";
import type { Query } from "../walk/trace.ts";

/** A port of a protocol. */
export type Port = Pick<Query, "protocol" | "port">;

/**
 * The ports that stand for all on which the node may be reached: what filters say changes only where one of their entries
 * begins, or behind its end.
 */
export function portsToTry(topology: Topology, node: Node): readonly Port[] {
  const edges = [...entriesOf(topology, node)].flatMap(({ traffic }) => edgesOf(traffic));
  const ports = node.listens.flatMap((listening) => [
    { protocol: listening.protocol, port: Math.max(1, listening.from) },
    ...edges.filter((edge) => isWithin(edge, listening)),
  ]);
  return [...new Map(ports.map((port) => [`${port.protocol} ${port.port}`, port])).values()];
}

function entriesOf({ filters, subnets }: Topology, { interfaces }: Node): readonly (GroupRule | AclEntry)[] {
  const groups = groupsOf({ interfaces });
  const own = new Set(interfaces.map(({ subnet }) => subnet));
  const acls = new Set(subnets.filter(({ id }) => own.has(id)).map(({ networkAcl }) => networkAcl));
  return [
    ...filters.securityGroups.filter(({ id }) => groups.has(id)).flatMap(({ ingress }) => ingress),
    ...filters.networkAcls.filter(({ id }) => acls.has(id)).flatMap(({ ingress }) => ingress),
  ];
}

function edgesOf(traffic: TrafficClass): readonly Port[] {
  if (traffic.kind !== "ports") return [];
  const { protocol, from, to } = traffic;
  return [
    { protocol, port: from },
    { protocol, port: to + 1 },
  ];
}

function isWithin({ protocol, port }: Port, listening: Listening): boolean {
  return listening.protocol === protocol && listening.from <= port && port <= listening.to;
}
