import { filteringFacts } from "../../aws/facts/filtering.ts";
import { routingFacts } from "../../aws/facts/routing.ts";
import { judgeExpectations } from "../../reach/expect/judge-expectations.ts";
import type { Rule } from "../rule.ts";

/** One of three that hold the packets against what the author expects. */
export const expectationNotMet: Rule<"expectation-not-met"> = {
  id: "expectation-not-met",
  severity: "error",
  title: "What `expect` says of packets holds.",
  why: "The author has written what must be reached from here, or what must not. The packets were followed through names, security groups, network ACLs, routes and gateways, there and back, and they do not do it. Mend the network, or take the expectation back. `hextet reach` with `--trace` shows every hop.",
  sources: [filteringFacts.networkAclIsStateless, routingFacts.mostSpecificRouteWins],
  check(network, report) {
    for (const { state, path, message, hint } of judgeExpectations(network))
      if (state === "broken") report(path, message, hint ?? undefined);
  },
};
