import { type Source, sourcesOf, type Target, targetsOf } from "../../reach/ends/pairs-of.ts";
import type { Topology } from "../../reach/topology/topology.ts";
import type { Query, Trace, Verdict } from "../../reach/walk/trace.ts";
import { reasonOf } from "./reason-of.ts";

/** Who reaches whom, of one network. */
export interface ReachTable {
  readonly stack: string;
  readonly region: string;
  readonly sources: readonly string[];
  readonly rows: readonly ReachRow[];
  /** What was not understood, as sentences. */
  readonly leftOut: readonly string[];
}

/** One target. */
export interface ReachRow extends Pick<Query, "protocol" | "port"> {
  readonly target: string;
  /** In the order of the sources; null: nobody asks this. */
  readonly cells: readonly (ReachCell | null)[];
}

/** One answer, and in a sentence where it breaks; null where it does not. */
interface ReachCell {
  readonly verdict: Verdict;
  readonly reason: string | null;
}

/** Answers every pair. */
export function reachTable(stack: string, topology: Topology, ask: (query: Query) => Trace): ReachTable {
  const sources = sourcesOf(topology);
  const targets = targetsOf(topology);
  return {
    stack,
    region: topology.region,
    sources: sources.map(({ name }) => name),
    rows: targets.map(({ name, end, protocol, port }) => ({
      target: name,
      protocol,
      port,
      cells: sources.map((source) =>
        isAsked(source, end) ? cellOf(ask({ from: source.end, to: end, protocol, port })) : null,
      ),
    })),
    leftOut: topology.leftOut.map(({ why }) => why),
  };
}

/** Nobody calls himself, and only who has a call to make outside calls there. */
function isAsked({ end: from, callsOut }: Source, to: Target["end"]): boolean {
  if (to.kind !== "node") return callsOut;
  return !(from.kind === "node" && to.kind === "node" && from.id === to.id);
}

function cellOf(trace: Trace): ReachCell {
  return { verdict: trace.verdict, reason: reasonOf(trace) };
}
