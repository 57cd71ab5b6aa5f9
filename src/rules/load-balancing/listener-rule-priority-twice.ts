import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import type { Rule } from "../rule.ts";

/** The rules of a listener have an order. */
export const listenerRulePriorityTwice: Rule<"listener-rule-priority-twice"> = {
  id: "listener-rule-priority-twice",
  severity: "error",
  title: "The rules of a listener have different priorities.",
  why: "Elastic Load Balancing tries the rules of a listener in the order of their priorities, and refuses a second rule of the same priority.",
  sources: [loadBalancingFacts.listenerRulePriorities],
  check({ loadBalancers }, report) {
    for (const { rules } of loadBalancers.flatMap(({ listeners }) => listeners)) {
      for (const [index, { path, name, priority }] of rules.entries()) {
        const first = rules.slice(0, index).find((other) => other.priority === priority);
        if (first === undefined) continue;
        const message = `rule "${name}" has priority ${priority}, which rule "${first.name}" of the listener has already`;
        report([...path, "priority"], message, "write another priority");
      }
    }
  },
};
