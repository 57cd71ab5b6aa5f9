import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import { atKey } from "../../base/diagnostic.ts";
import type { ListenerRule } from "../../model/types/listeners.ts";
import type { Rule } from "../rule.ts";

/** A rule of a listener is for some of its requests. */
export const listenerRuleCondition: Rule<"listener-rule-condition"> = {
  id: "listener-rule-condition",
  severity: "error",
  title: "Rules of listeners have a condition that their load balancer knows.",
  why: "A rule without a condition would be for every request, as the listener's own action is: Elastic Load Balancing refuses it. A network load balancer does not understand HTTP, and asks for nothing but the family of the client's address.",
  sources: [loadBalancingFacts.listenerRuleConditions, loadBalancingFacts.listenerRulesByFamily],
  check({ loadBalancers }, report) {
    for (const { name, type, listeners } of loadBalancers) {
      for (const rule of listeners.flatMap(({ rules }) => rules)) {
        const [first] = conditionKeys(rule);
        if (first !== undefined && type === "network")
          report(
            [...rule.path, ...first],
            `network load balancer "${name}" knows no condition of a rule but sourceIp.ipAddressType`,
            "take type: application, or a listener for each target group",
          );
        else if (first === undefined && rule.conditions.ipAddressType === null)
          report(
            atKey(rule.path),
            `rule "${rule.name}" has no condition`,
            "write hostHeader, pathPattern or another condition, or make it the listener's action",
          );
      }
    }
  },
};

/** Where conditions are written that only an application load balancer knows. */
function conditionKeys({ conditions }: ListenerRule): readonly (readonly string[])[] {
  const { hosts, paths, headers, query, methods, cidrs } = conditions;
  const written: readonly (readonly [readonly unknown[], readonly string[]])[] = [
    [hosts, ["hostHeader"]],
    [paths, ["pathPattern"]],
    [headers, ["httpHeader"]],
    [query, ["queryString"]],
    [methods, ["httpRequestMethod"]],
    [cidrs, ["sourceIp", "cidrs"]],
  ];
  return written.filter(([values]) => values.length > 0).map(([, key]) => key);
}
