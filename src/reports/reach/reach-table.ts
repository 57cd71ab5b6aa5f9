import { findingsOf } from "../../reach/findings/findings-of.ts";
import { halfSeen } from "../../reach/findings/half-seen.ts";
import type { ReachFinding } from "../../reach/findings/reach-finding.ts";
import type { TopologyIndex } from "../../reach/walk/index-topology.ts";
import type { Query, Trace, Verdict } from "../../reach/walk/trace.ts";
import { type AskedPairs, type AskedRow, askedPairs } from "./asked-pairs.ts";
import { reasonOf } from "./reason-of.ts";

/** Who reaches whom, of one network. */
export interface ReachTable extends AskedPairs<ReachCell> {
  readonly stack: string;
  readonly region: string;
  /** What the engine finds by itself, warnings first. */
  readonly findings: readonly ReachFinding[];
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

/** Answers every pair, and says what shows by itself. */
export function reachTable(stack: string, index: TopologyIndex, ask: (query: Query) => Trace): ReachTable {
  const { topology } = index;
  const met: ReachFinding[] = [];
  const pairs = askedPairs(topology, (query) => {
    const trace = ask(query);
    met.push(...halfSeen(trace));
    return { verdict: trace.verdict, reason: reasonOf(trace) };
  });
  return {
    stack,
    region: topology.region,
    ...pairs,
    findings: findingsOf(index, met),
    leftOut: topology.leftOut.map(({ why }) => why),
  };
}
