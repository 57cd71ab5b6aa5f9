import { reachabilityFacts } from "../../aws/facts/reachability.ts";
import type { Trace } from "../walk/trace.ts";
import type { ReachFinding } from "./reach-finding.ts";

/** What of a trace's ways something that may keep state sees one half of. */
export function halfSeen({ attempts }: Trace): readonly ReachFinding[] {
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
