import type { TopologyIndex } from "../walk/index-topology.ts";
import { blackHoles } from "./black-holes.ts";
import { costTraps } from "./cost-traps.ts";
import { mergeFindings } from "./merge-findings.ts";
import { oneSidedRoutes } from "./one-sided-routes.ts";
import type { ReachFinding } from "./reach-finding.ts";
import { shadowed } from "./shadowed.ts";
import { unusedRules } from "./unused-rules.ts";
import { wideOpenings } from "./wide-openings.ts";

/** All that the engine finds by itself, warnings first; `met`: what was met in traces that somebody asked for. */
export function findingsOf(index: TopologyIndex, met: readonly ReachFinding[]): readonly ReachFinding[] {
  const found = [
    ...blackHoles(index),
    ...oneSidedRoutes(index),
    ...met,
    ...wideOpenings(index),
    ...shadowed(index),
    ...costTraps(index),
    ...unusedRules(index),
  ];
  // Those of a joined stack stand with that stack.
  const all = mergeFindings(found.filter(({ place }) => place.kind !== "other-blueprint"));
  const withSeverity = (wanted: ReachFinding["severity"]) =>
    all.filter(({ severity }) => severity === wanted);
  return [...withSeverity("warning"), ...withSeverity("note")];
}
