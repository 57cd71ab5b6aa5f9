import type { TopologyIndex } from "../walk/index-topology.ts";
import type { Trace } from "../walk/trace.ts";
import { asymmetricPaths } from "./asymmetric-paths.ts";
import { blackHoles } from "./black-holes.ts";
import { costTraps } from "./cost-traps.ts";
import { mergeFindings } from "./merge-findings.ts";
import type { ReachFinding } from "./reach-finding.ts";
import { shadowed } from "./shadowed.ts";
import { unusedRules } from "./unused-rules.ts";
import { wideOpenings } from "./wide-openings.ts";

/** All that the engine finds by itself, warnings first; `traces`: those that were asked for anyway. */
export function findingsOf(index: TopologyIndex, traces: readonly Trace[]): readonly ReachFinding[] {
  const all = mergeFindings([
    ...blackHoles(index),
    ...asymmetricPaths(index, traces),
    ...wideOpenings(index),
    ...shadowed(index),
    ...costTraps(index),
    ...unusedRules(index),
  ]);
  const withSeverity = (wanted: ReachFinding["severity"]) =>
    all.filter(({ severity }) => severity === wanted);
  return [...withSeverity("warning"), ...withSeverity("note")];
}
