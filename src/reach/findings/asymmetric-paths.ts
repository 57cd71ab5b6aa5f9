import { reachabilityFacts } from "../../aws/facts/reachability.ts";
import type { TopologyIndex } from "../walk/index-topology.ts";
import type { Trace } from "../walk/trace.ts";
import { oneSidedRoutes } from "./one-sided-routes.ts";
import type { ReachFinding } from "./reach-finding.ts";

/** Conversations of which something that may keep state sees one half alone: by routes inside a VPC, and in traces. */
export function asymmetricPaths(index: TopologyIndex, traces: readonly Trace[]): readonly ReachFinding[] {
  return [...oneSidedRoutes(index), ...traces.flatMap(halfSeen)];
}

function halfSeen({ attempts }: Trace): readonly ReachFinding[] {
  return attempts.flatMap(({ hops }): readonly ReachFinding[] => {
    const hop = hops.findLast(
      ({ kind, direction, facts }) =>
        kind === "gateway" && direction === "back" && facts.includes(reachabilityFacts.statefulOnTheWayBack),
    );
    if (hop === undefined || hop.place === null) return [];
    const { what, place, reason, facts } = hop;
    return [
      { rule: "path-asymmetric", severity: "warning", what, place, message: reason, hint: null, facts },
    ];
  });
}
