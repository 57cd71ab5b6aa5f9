import type { Destination } from "../../aws/destinations/destination.ts";
import type { Intent, Node } from "../topology/nodes.ts";
import type { Topology } from "../topology/topology.ts";
import { indexTopology } from "./index-topology.ts";
import type { Query, Trace, Verdict } from "./trace.ts";
import { traceIn } from "./trace-query.ts";
import { verdictOf } from "./verdicts.ts";

/** What comes of a connection that is meant to work. */
export interface CheckedIntent {
  readonly node: Node;
  readonly intent: Intent;
  /** In the family that the intent names; over any that is tried where it names none. */
  readonly verdict: Verdict;
  readonly trace: Trace;
}

/** Walks everything that the nodes are meant to reach. */
export function checkIntents(
  topology: Topology,
  destinations: readonly Destination[],
): readonly CheckedIntent[] {
  const index = indexTopology(topology, destinations);
  return topology.nodes.flatMap((node) =>
    node.intents.map((intent) => {
      const trace = traceIn(index, queryOf(node, intent));
      return { node, intent, trace, verdict: verdictFor(intent, trace) };
    }),
  );
}

function queryOf({ id }: Node, { to, protocol, port }: Intent): Query {
  const own = { kind: "node", id } as const;
  if (to.kind === "from-internet") return { from: { kind: "internet" }, to: own, protocol, port };
  return { from: own, to, protocol, port };
}

function verdictFor({ family }: Intent, { verdict, attempts }: Trace): Verdict {
  if (family === "any") return verdict;
  const own = attempts.filter((attempt) => attempt.family === family);
  // A family in which nothing is tried is none in which anything is reached, unless the whole is in doubt.
  if (own.length === 0) return verdict === "unknown" ? "unknown" : "blocked";
  return verdict === "unknown" && own.every((one) => one.verdict !== "no")
    ? "unknown"
    : verdictOf(own.map((one) => one.verdict));
}
