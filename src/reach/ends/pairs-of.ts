import { destinations } from "../../aws/destinations/destinations.ts";
import { groupsOf } from "../topology/groups-of.ts";
import type { Listening, Node } from "../topology/nodes.ts";
import type { Topology } from "../topology/topology.ts";
import type { Query, QueryEnd } from "../walk/trace.ts";
import { callsOut } from "./calls-out.ts";
import { shownName } from "./find-end.ts";

/** Who opens connections. */
export interface Source {
  readonly name: string;
  readonly end: QueryEnd;
  /** True for what runs software of the author's, which may call anybody: no balancer, database or endpoint does. */
  readonly callsOut: boolean;
}

/** Whom connections go to, on one port. */
export interface Target extends Pick<Query, "protocol" | "port"> {
  /** As `findEnd` reads it: `db:5432`, `github.com`. */
  readonly name: string;
  readonly end: QueryEnd;
}

/** Everybody who opens connections: the internet, then the things of the stack itself that do, by name. */
export function sourcesOf({ nodes }: Topology): readonly Source[] {
  const own = nodes.filter(
    ({ opens, interfaces, place }) =>
      opens.length > 0 && interfaces.length > 0 && place.kind !== "other-blueprint",
  );
  return [
    { name: "internet", end: { kind: "internet" }, callsOut: false },
    ...own.map(
      (node): Source => ({
        name: shownName(nodes, node),
        end: { kind: "node", id: node.id },
        callsOut: callsOut(node),
      }),
    ),
  ];
}

/** Everybody whom connections go to: what takes them, by name and port, then Hextet's destinations. */
export function targetsOf(topology: Topology): readonly Target[] {
  const { nodes } = topology;
  const own = nodes.flatMap((node) =>
    portsOf(topology, node).map(
      ({ protocol, port }): Target => ({
        name: targetName(nodes, node, { protocol, port }),
        end: { kind: "node", id: node.id },
        protocol,
        port,
      }),
    ),
  );
  const outside = destinations.map(
    ({ id, protocol, port }): Target => ({ name: id, end: { kind: "destination", id }, protocol, port }),
  );
  return [...own, ...outside];
}

/** Something and a port of it, as `findEnd` reads it. */
export function targetName(nodes: readonly Node[], node: Node, { protocol, port }: Port): string {
  return `${shownName(nodes, node)}:${port}${protocol === "udp" ? "/udp" : ""}`;
}

type Port = Pick<Target, "protocol" | "port">;

/** The ports that the node listens on; where it may be any, those that its groups' rules begin with or intents name. */
function portsOf(topology: Topology, node: Node): readonly Port[] {
  const exact = node.listens.filter(({ from, to }) => from === to).map(portOf);
  const meant = topology.nodes
    .flatMap(({ intents }) => intents)
    .filter(({ to }) => to.kind === "node" && to.id === node.id)
    .flatMap(({ protocol, port }): readonly Port[] => (protocol === "icmp" ? [] : [{ protocol, port }]));
  const isAny = exact.length < node.listens.length;
  const all = [...exact, ...meant, ...(isAny ? portsOfRules(topology, node) : [])];
  const unique = new Map(all.map((port) => [`${port.protocol} ${port.port}`, port]));
  return [...unique.values()].sort((a, b) => a.port - b.port || (a.protocol < b.protocol ? -1 : 1));
}

function portOf({ protocol, from }: Listening): Port {
  return { protocol, port: from };
}

function portsOfRules({ filters }: Topology, node: Node): readonly Port[] {
  const own = groupsOf(node);
  return filters.securityGroups
    .filter(({ id }) => own.has(id))
    .flatMap(({ ingress }) => ingress)
    .flatMap(({ traffic }) =>
      traffic.kind === "ports" ? [{ protocol: traffic.protocol, port: traffic.from }] : [],
    );
}
