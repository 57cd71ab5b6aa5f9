import { computeFacts } from "../../aws/facts/compute.ts";
import { applicationBalancerOf } from "../../model/load-balancing/balancer-of.ts";
import type { AutoScalingGroup } from "../../model/types/compute.ts";
import type { Network } from "../../model/types/network.ts";
import type { Rule } from "../rule.ts";

/** Requests are counted where they reach the group. */
export const autoScalingRequestCount: Rule<"auto-scaling-request-count"> = {
  id: "auto-scaling-request-count",
  severity: "error",
  title:
    "A group that follows requests counts those that an application load balancer sends to its own hosts.",
  why: "AWS names what is counted by a target group that is attached to the auto scaling group and by the application load balancer before it, and refuses the policy otherwise. Network load balancers know no requests.",
  sources: [computeFacts.scalingRequestLabel],
  check(network, report) {
    for (const group of network.compute.autoScalingGroups) {
      for (const { path, targetGroup } of group.scaling?.targetTracking ?? []) {
        if (targetGroup === null) continue;
        const fault = faultOf(network, group, targetGroup);
        if (fault !== null) report([...path, "targetGroup"], ...fault);
      }
    }
  },
};

function faultOf(network: Network, group: AutoScalingGroup, name: string): [string, string] | null {
  const targetGroup = network.targetGroups.find((one) => one.name === name);
  // One that there is not is reported where names are resolved.
  if (targetGroup === undefined) return null;
  if (!group.targetGroups.includes(name)) {
    const hint = `write ${name}'s targets: { autoScalingGroups: [${group.name}] }, or name a group that has it`;
    return [`target group "${name}" does not register auto scaling group "${group.name}"`, hint];
  }
  if (applicationBalancerOf(network, targetGroup) !== null) return null;
  return [
    `no application load balancer forwards to target group "${name}"`,
    "let a listener of one forward to it, or follow ASGAverageCPUUtilization",
  ];
}
