import { inspectionFacts } from "../../aws/facts/inspection.ts";
import {
  type InspectedWay,
  inspectedWays,
  isSameInspector,
  placeOfTarget,
  wordsOf,
} from "../../model/routing/inspected-ways.ts";
import { reportOnce } from "../report-once.ts";
import type { Rule } from "../rule.ts";

/** What was inspected goes on. */
export const inspectionWithoutWayOn: Rule<"inspection-without-way-on"> = {
  id: "inspection-without-way-on",
  severity: "error",
  title: "The tier of an inspection endpoint has a route on for what comes through it, and not back into it.",
  why: "Packets that were inspected come back into the endpoint's own subnet and go on by its route table. Without a route of that family they are dropped there; with one to the same endpoint they go round until their hop limit is used up. So endpoints stand in a tier of their own.",
  sources: [inspectionFacts.endpointSubnetTableDecides],
  check(network, report) {
    const tell = reportOnce(report);
    for (const way of inspectedWays(network)) {
      const mistake = mistakeOf(way);
      if (mistake === null) continue;
      const sends = `tier "${way.tier.name}" sends ${way.route.destination.text} through ${wordsOf(way.inspector)}`;
      tell(placeOfTarget(way.route), `${sends}, ${mistake.words}`, mistake.hint);
    }
  },
};

function mistakeOf({ inspector, place, onward, isOnwardKnown, route }: InspectedWay) {
  if (place === null || !isOnwardKnown) return null;
  if (onward === null) {
    const words = `whose tier "${place.name}" has no route for it`;
    return {
      words,
      hint: `write internet: public in network.subnets.${place.name}, or a route of ${route.destination.text}`,
    };
  }
  if (!isSameInspector(onward.target, inspector)) return null;
  const words = `whose tier "${place.name}" sends it back into the endpoint`;
  return { words, hint: "let the endpoint stand in a tier of its own" };
}
