import { filteringFacts } from "../../aws/facts/filtering.ts";
import { routingFacts } from "../../aws/facts/routing.ts";
import { judgeExpectations } from "../../reach/expect/judge-expectations.ts";
import type { Rule } from "../rule.ts";

/** One of three that hold the packets against what the author expects. */
export const expectationNameUnknown: Rule<"expectation-name-unknown"> = {
  id: "expectation-name-unknown",
  severity: "error",
  title: "Names in `expect` are those of things of the blueprint, or of destinations.",
  why: "An expectation of something that does not exist holds nothing, and a reader would believe that it does. Where two things have the same name, the section stands before it, as in compute.instances.web.",
  sources: [filteringFacts.networkAclIsStateless, routingFacts.mostSpecificRouteWins],
  check(network, report) {
    for (const { state, path, message, hint } of judgeExpectations(network))
      if (state === "unnamed") report(path, message, hint ?? undefined);
  },
};
