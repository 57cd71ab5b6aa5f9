import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import { atKey } from "../../base/diagnostic.ts";
import type { Rule } from "../rule.ts";

/** A target group has one load balancer in front. */
export const targetGroupInTwoLoadBalancers: Rule<"target-group-in-two-load-balancers"> = {
  id: "target-group-in-two-load-balancers",
  severity: "error",
  title: "A target group belongs to one load balancer.",
  why: "Several listeners of one load balancer may forward to a target group, but Elastic Load Balancing refuses a listener of a second load balancer. Its targets may well be in two target groups.",
  sources: [loadBalancingFacts.targetGroupHasOneLoadBalancer],
  check(network, report) {
    for (const { name, path, loadBalancers } of network.targetGroups) {
      if (loadBalancers.length < 2) continue;
      report(
        atKey(path),
        `target group "${name}" is used by load balancers ${loadBalancers.map((balancer) => `"${balancer}"`).join(" and ")}`,
        "write a target group for each load balancer, with the same targets",
      );
    }
  },
};
