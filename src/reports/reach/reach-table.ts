import type { Topology } from "../../reach/topology/topology.ts";
import type { Query, Trace, Verdict } from "../../reach/walk/trace.ts";
import { type AskedPairs, type AskedRow, askedPairs } from "./asked-pairs.ts";
import { reasonOf } from "./reason-of.ts";

/** Who reaches whom, of one network. */
export interface ReachTable extends AskedPairs<ReachCell> {
  readonly stack: string;
  readonly region: string;
  /** What was not understood, as sentences. */
  readonly leftOut: readonly string[];
}

/** One target. */
export type ReachRow = AskedRow<ReachCell>;

/** One answer, and in a sentence where it breaks; null where it does not. */
interface ReachCell {
  readonly verdict: Verdict;
  readonly reason: string | null;
}

/** Answers every pair. */
export function reachTable(stack: string, topology: Topology, ask: (query: Query) => Trace): ReachTable {
  return {
    stack,
    region: topology.region,
    ...askedPairs(topology, (query) => cellOf(ask(query))),
    leftOut: topology.leftOut.map(({ why }) => why),
  };
}

function cellOf(trace: Trace): ReachCell {
  return { verdict: trace.verdict, reason: reasonOf(trace) };
}
