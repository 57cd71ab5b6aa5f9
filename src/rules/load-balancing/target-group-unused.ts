import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import { atKey } from "../../base/diagnostic.ts";
import type { Rule } from "../rule.ts";

/** A target group is there to be forwarded to. */
export const targetGroupUnused: Rule<"target-group-unused"> = {
  id: "target-group-unused",
  severity: "warning",
  title: "A listener forwards to every target group.",
  why: "A target group gets traffic only from a listener that forwards to it, and without one its targets are not even checked: an auto scaling group that looks at the target group's health learns nothing.",
  sources: [loadBalancingFacts.targetGroupNeedsListener],
  check(network, report) {
    for (const { name, path, loadBalancers } of network.targetGroups) {
      if (loadBalancers.length > 0) continue;
      report(
        atKey(path),
        `no listener forwards to target group "${name}"`,
        `write action: { forwardTo: ${name} } in a listener, or remove it`,
      );
    }
  },
};
