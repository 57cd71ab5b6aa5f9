import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import { decisionsOf } from "../../model/load-balancing/decisions-of.ts";
import type { Rule } from "../rule.ts";

/** A network load balancer only forwards. */
export const listenerAction: Rule<"listener-action"> = {
  id: "listener-action",
  severity: "error",
  title: "Listeners of network load balancers forward to a target group.",
  why: "A network load balancer does not understand HTTP: it can neither redirect nor answer by itself. Elastic Load Balancing refuses such an action there.",
  sources: [loadBalancingFacts.listenerActions],
  check(network, report) {
    const balancers = network.loadBalancers.filter(({ type }) => type === "network");
    for (const { path, action } of balancers.flatMap(decisionsOf)) {
      if (action.kind === "forward" || action.kind === "weighted-forward") continue;
      const what = action.kind === "fixed-response" ? "answer by itself" : "redirect";
      report(
        [...path, "action"],
        `a network load balancer cannot ${what}`,
        "write action: { forwardTo: <target group> }, or take type: application",
      );
    }
  },
};
