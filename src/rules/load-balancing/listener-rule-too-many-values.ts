import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import { atKey } from "../../base/diagnostic.ts";
import type { RuleConditions } from "../../model/types/listeners.ts";
import type { Rule } from "../rule.ts";

const MOST = 5;

/** A rule of a listener is short. */
export const listenerRuleTooManyValues: Rule<"listener-rule-too-many-values"> = {
  id: "listener-rule-too-many-values",
  severity: "error",
  title: "The conditions of a listener's rule have at most five values together.",
  why: "Elastic Load Balancing refuses a rule with more than five values in all its conditions, and raises this quota for nobody. Several rules may do the same; `*` and `?` in a value stand for many.",
  sources: [loadBalancingFacts.listenerRuleFiveValues],
  check({ loadBalancers }, report) {
    const listeners = loadBalancers.flatMap((balancer) => balancer.listeners);
    for (const { path, name, conditions } of listeners.flatMap(({ rules }) => rules)) {
      const count = countOf(conditions);
      if (count <= MOST) continue;
      report(
        atKey(path),
        `rule "${name}" has ${count} values in its conditions, ${count - MOST} too many`,
        "write several rules with the same action",
      );
    }
  },
};

function countOf({ hosts, paths, headers, query, methods, cidrs }: RuleConditions): number {
  const named = [...headers, ...query].map(({ values }) => values);
  return [hosts, paths, methods, cidrs, ...named].reduce((sum, values) => sum + values.length, 0);
}
