import { AutoscalingPolicy } from "@cdktf/provider-aws/lib/autoscaling-policy/index.js";
import { AutoscalingSchedule } from "@cdktf/provider-aws/lib/autoscaling-schedule/index.js";
import type { Construct } from "constructs";
import { invariant } from "../../base/invariant.ts";
import { applicationBalancerOf } from "../../model/load-balancing/balancer-of.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { AutoScaling, AutoScalingTargetTracking } from "../../model/types/auto-scaling.ts";
import type { Network } from "../../model/types/network.ts";
import { omitNull } from "../omit-null.ts";
import { type ComputeMade, type LoadBalancingMade, resourceFor } from "../resources.ts";
import { waitFor } from "../wait-for.ts";

type NeededByScaling = Pick<ComputeMade, "autoScalingGroups"> & LoadBalancingMade;

/** The provider's word for a size that a schedule leaves as it is; left out, it would be 0. */
const UNCHANGED = -1;

/** Lets EC2 Auto Scaling choose the number of hosts, where the author asks for it. */
export function addAutoScaling(scope: Construct, network: Network, made: NeededByScaling): void {
  for (const { name, scaling } of network.compute.autoScalingGroups) {
    if (scaling === null) continue;
    const autoscalingGroupName = resourceFor(made.autoScalingGroups, name).name;
    for (const policy of scaling.targetTracking) {
      const { metric, targetValue, disableScaleIn, estimatedInstanceWarmup } = policy;
      new AutoscalingPolicy(scope, terraformAddress("aws_autoscaling_policy", policy.id), {
        autoscalingGroupName,
        name: metric,
        policyType: "TargetTrackingScaling",
        targetTrackingConfiguration: {
          predefinedMetricSpecification: {
            predefinedMetricType: metric,
            ...omitNull({ resourceLabel: resourceLabel(network, made, policy) }),
          },
          targetValue,
          disableScaleIn,
        },
        ...omitNull({ estimatedInstanceWarmup }),
        // AWS refuses to count requests of a target group that no listener forwards to yet.
        ...waitFor(policy.targetGroup === null ? [] : resourceFor(made.listeners, policy.targetGroup)),
      });
    }
    addSchedules(scope, autoscalingGroupName, scaling);
  }
}

function addSchedules(scope: Construct, autoscalingGroupName: string, { schedules }: AutoScaling): void {
  for (const { id, name, recurrence, timeZone, minSize, maxSize, desiredCapacity } of schedules) {
    new AutoscalingSchedule(scope, terraformAddress("aws_autoscaling_schedule", id), {
      autoscalingGroupName,
      scheduledActionName: name,
      recurrence,
      timeZone,
      minSize,
      maxSize,
      desiredCapacity: desiredCapacity ?? UNCHANGED,
    });
  }
}

/** How AWS names the target group and the load balancer whose requests count. */
function resourceLabel(
  network: Network,
  made: NeededByScaling,
  { targetGroup: name }: AutoScalingTargetTracking,
): string | null {
  if (name === null) return null;
  const targetGroup = network.targetGroups.find((one) => one.name === name);
  const balancer = targetGroup === undefined ? null : applicationBalancerOf(network, targetGroup);
  invariant(balancer !== null, `no application load balancer before ${name}`);
  const { arnSuffix } = resourceFor(made.loadBalancers, balancer.name);
  return `${arnSuffix}/${resourceFor(made.targetGroups, name).arnSuffix}`;
}
