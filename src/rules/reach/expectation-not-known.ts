import { filteringFacts } from "../../aws/facts/filtering.ts";
import { routingFacts } from "../../aws/facts/routing.ts";
import { judgeExpectations } from "../../reach/expect/judge-expectations.ts";
import type { Rule } from "../rule.ts";

/** One of three that hold the packets against what the author expects. */
export const expectationNotKnown: Rule<"expectation-not-known"> = {
  id: "expectation-not-known",
  severity: "note",
  title: "Whether an expectation holds can be known.",
  why: "What decides it is known after apply only, lies outside this stack, or no source tells. The finding says what is not known. It may hold or not: try it on the running network.",
  sources: [filteringFacts.networkAclIsStateless, routingFacts.mostSpecificRouteWins],
  check(network, report) {
    for (const { state, path, message, hint } of judgeExpectations(network))
      if (state === "unknown") report(path, message, hint ?? undefined);
  },
};
