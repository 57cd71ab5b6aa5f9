import { AppautoscalingPolicy } from "@cdktf/provider-aws/lib/appautoscaling-policy/index.js";
import { AppautoscalingScheduledAction } from "@cdktf/provider-aws/lib/appautoscaling-scheduled-action/index.js";
import { AppautoscalingTarget } from "@cdktf/provider-aws/lib/appautoscaling-target/index.js";
import type { EcsCluster as AwsEcsCluster } from "@cdktf/provider-aws/lib/ecs-cluster/index.js";
import type { EcsService as AwsEcsService } from "@cdktf/provider-aws/lib/ecs-service/index.js";
import type { Construct } from "constructs";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { EcsService } from "../../model/types/ecs.ts";
import { withNameTag } from "../name-tag.ts";

/** Lets Application Auto Scaling choose the number of a service's tasks, where the author asks for it. */
export function addScaling(
  scope: Construct,
  { name, displayName, scaling, tags }: EcsService,
  { service, cluster }: { readonly service: AwsEcsService; readonly cluster: AwsEcsCluster },
): void {
  if (scaling === null) return;
  const target = new AppautoscalingTarget(
    scope,
    terraformAddress("aws_appautoscaling_target", `ecs_${name}`),
    {
      serviceNamespace: "ecs",
      resourceId: `service/${cluster.name}/${service.name}`,
      scalableDimension: "ecs:service:DesiredCount",
      minCapacity: scaling.minCapacity,
      maxCapacity: scaling.maxCapacity,
      tags: withNameTag(displayName, tags),
      // A schedule changes the bounds in AWS, and an apply is not to put them back.
      ...(scaling.schedules.length === 0
        ? {}
        : { lifecycle: { ignoreChanges: ["max_capacity", "min_capacity"] } }),
    },
  );
  const scaled = {
    serviceNamespace: target.serviceNamespace,
    resourceId: target.resourceId,
    scalableDimension: target.scalableDimension,
  };
  for (const policy of scaling.targetTracking) {
    new AppautoscalingPolicy(scope, terraformAddress("aws_appautoscaling_policy", `ecs_${policy.id}`), {
      ...scaled,
      name: policy.metric,
      policyType: "TargetTrackingScaling",
      targetTrackingScalingPolicyConfiguration: {
        predefinedMetricSpecification: { predefinedMetricType: policy.metric },
        targetValue: policy.targetValue,
        scaleInCooldown: policy.scaleInCooldown,
        scaleOutCooldown: policy.scaleOutCooldown,
        disableScaleIn: policy.disableScaleIn,
      },
    });
  }
  for (const action of scaling.schedules) {
    const id = terraformAddress("aws_appautoscaling_scheduled_action", `ecs_${action.id}`);
    new AppautoscalingScheduledAction(scope, id, {
      ...scaled,
      name: `${displayName}-${action.name}`,
      schedule: action.schedule,
      timezone: action.timezone,
      scalableTargetAction: { minCapacity: `${action.minCapacity}`, maxCapacity: `${action.maxCapacity}` },
    });
  }
}
