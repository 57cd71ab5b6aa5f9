import { reachabilityFacts } from "../../aws/facts/reachability.ts";
import type { Trace } from "../walk/trace.ts";
import type { ReachFinding } from "./reach-finding.ts";

/** Conversations of which something that may keep state sees one half alone: found in traces. */
export function asymmetricPaths(traces: readonly Trace[]): readonly ReachFinding[] {
  const found = traces.flatMap(({ attempts }) =>
    attempts.flatMap(({ hops }) => {
      const hop = hops.findLast(
        ({ kind, direction, facts }) =>
          kind === "gateway" &&
          direction === "back" &&
          facts.includes(reachabilityFacts.statefulOnTheWayBack),
      );
      if (hop === undefined || hop.place === null) return [];
      const { what, place, reason, facts } = hop;
      return [{ kind: "asymmetric-path" as const, what, place, message: reason, hint: null, facts }];
    }),
  );
  return [...new Map(found.map((one) => [`${one.what} ${one.message}`, one])).values()];
}
