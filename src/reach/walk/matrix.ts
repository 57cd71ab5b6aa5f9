import type { Destination } from "../../aws/destinations/destination.ts";
import type { Listening, Node } from "../topology/nodes.ts";
import type { Topology } from "../topology/topology.ts";
import { indexTopology } from "./index-topology.ts";
import type { Query, QueryEnd, Trace } from "./trace.ts";
import { traceIn } from "./trace-query.ts";

/**
 * Every source against everything that takes connections on a port of its own, against the destinations given and against
 * the internet on 443; and the internet against all that listens. Hosts on which anything may listen are no goal here.
 */
export function matrix(topology: Topology, destinations: readonly Destination[]): readonly Trace[] {
  const index = indexTopology(topology, destinations);
  const goals = [...topology.nodes.flatMap(goalsAt), ...destinations.map(goalOf), INTERNET_GOAL];
  const sources: readonly QueryEnd[] = topology.nodes
    .filter(({ opens, interfaces }) => opens.length > 0 && interfaces.length > 0)
    .map(({ id }) => ({ kind: "node", id }));
  const inside = sources.flatMap((from) =>
    goals.filter(({ to }) => !isSame(from, to)).map((goal) => ({ from, ...goal })),
  );
  const outside = goals.filter(({ to }) => to.kind === "node").map((goal) => ({ from: INTERNET, ...goal }));
  return [...inside, ...outside].map((query) => traceIn(index, query));
}

type Goal = Omit<Query, "from">;

const INTERNET: QueryEnd = { kind: "internet" };
const INTERNET_GOAL: Goal = { to: INTERNET, protocol: "tcp", port: 443 };

function goalsAt({ id, listens }: Node): readonly Goal[] {
  return listens
    .filter(isOnePort)
    .map(({ protocol, from }) => ({ to: { kind: "node", id }, protocol, port: from }));
}

function isOnePort({ from, to }: Listening): boolean {
  return from === to;
}

function goalOf({ id, protocol, port }: Destination): Goal {
  return { to: { kind: "destination", id }, protocol, port };
}

function isSame(from: QueryEnd, to: QueryEnd): boolean {
  return from.kind === "node" && to.kind === "node" && from.id === to.id;
}
