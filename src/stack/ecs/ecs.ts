import { EcsAccountSettingDefault } from "@cdktf/provider-aws/lib/ecs-account-setting-default/index.js";
import { EcsCluster } from "@cdktf/provider-aws/lib/ecs-cluster/index.js";
import { EcsService as AwsEcsService } from "@cdktf/provider-aws/lib/ecs-service/index.js";
import type { Construct } from "constructs";
import { invariant } from "../../base/invariant.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { EcsCapacity, EcsService } from "../../model/types/ecs.ts";
import type { Network } from "../../model/types/network.ts";
import { neededAtBoot } from "../compute/needed-at-boot.ts";
import type { ITerraformDependable } from "../engine.ts";
import { ecsDualStackSetting } from "../hooks/ecs-dual-stack-setting.ts";
import { withNameTag } from "../name-tag.ts";
import {
  type ComputeMade,
  type LoadBalancingMade,
  type Made,
  type NetworkMade,
  resourceFor,
} from "../resources.ts";
import { waitFor } from "../wait-for.ts";
import { addTaskDefinition, type TaskDefinitionMade } from "./task-definitions.ts";

type NeededByEcs = NetworkMade &
  Pick<ComputeMade, "autoScalingGroups"> &
  Pick<LoadBalancingMade, "targetGroups" | "listeners">;

interface NeededByServices extends NeededByEcs {
  readonly clusters: Made<EcsCluster>;
  readonly taskDefinitions: Made<TaskDefinitionMade>;
  /** What gives tasks in dual-stack subnets their IPv6 address; empty: nothing of the stack does. */
  readonly dualStackSetting: readonly ITerraformDependable[];
}

/** Adds the ECS clusters, the task definitions with their roles and log groups, and the services. */
export function addEcs(scope: Construct, network: Network, made: NeededByEcs): void {
  const { clusters, taskDefinitions, services } = network.ecs;
  const parts = {
    ...made,
    dualStackSetting: addDualStackSetting(scope, network),
    clusters: new Map(
      clusters.map(({ name, displayName, containerInsights, tags }) => [
        name,
        new EcsCluster(scope, terraformAddress("aws_ecs_cluster", name), {
          name: displayName,
          setting: [{ name: "containerInsights", value: containerInsights }],
          tags: withNameTag(displayName, tags),
        }),
      ]),
    ),
    taskDefinitions: new Map(
      taskDefinitions.map((model) => [model.name, addTaskDefinition(scope, network, made, model)]),
    ),
  };
  for (const service of services) addService(scope, network, parts, service);
}

function addDualStackSetting(scope: Construct, network: Network): readonly ITerraformDependable[] {
  const choice = network.hooks.find(({ id }) => id === "ecs-dual-stack-setting");
  invariant(choice !== undefined || network.ecs.services.length === 0, "nobody chose for dualStackIPv6");
  if (choice?.state === "hook") return [ecsDualStackSetting.apply(scope, { network })];
  if (choice?.state !== "native") return [];
  const setting = { name: "dualStackIPv6", value: "enabled" };
  return [new EcsAccountSettingDefault(scope, "aws_ecs_account_setting_default.dual_stack_ipv6", setting)];
}

function addService(scope: Construct, network: Network, made: NeededByServices, model: EcsService): void {
  const { taskDefinition, rights } = resourceFor(made.taskDefinitions, model.taskDefinition);
  new AwsEcsService(scope, terraformAddress("aws_ecs_service", model.name), {
    name: model.displayName,
    cluster: resourceFor(made.clusters, model.cluster).arn,
    taskDefinition: taskDefinition.arn,
    desiredCount: model.desiredCount,
    ...capacity(model.capacity),
    networkConfiguration: {
      subnets: model.subnets.map((id) => resourceFor(made.subnets, id).id),
      securityGroups: model.securityGroups.map((name) => resourceFor(made.securityGroups, name).id),
      assignPublicIp: model.assignPublicIp,
    },
    ...loadBalancer(made, model),
    enableExecuteCommand: model.enableExecuteCommand,
    // A deployment whose tasks never become well is taken back, instead of being tried for ever.
    deploymentCircuitBreaker: { enable: true, rollback: true },
    propagateTags: "SERVICE",
    tags: withNameTag(model.displayName, model.tags),
    ...waitFor([
      ...rights,
      ...made.dualStackSetting,
      ...neededByTasks(made, model),
      ...neededAtBoot(network, made, model),
    ]),
  });
}

function capacity(model: EcsCapacity) {
  if (model.kind === "ec2") return { launchType: "EC2" };
  return { launchType: "FARGATE", platformVersion: model.platformVersion };
}

function loadBalancer(made: NeededByEcs, { loadBalancers }: EcsService) {
  if (loadBalancers.length === 0) return {};
  return {
    loadBalancer: loadBalancers.map(({ targetGroup, containerName, containerPort }) => ({
      targetGroupArn: resourceFor(made.targetGroups, targetGroup).arn,
      containerName,
      containerPort,
    })),
  };
}

/** ECS refuses a target group that no listener forwards to yet, and hosts leave only after their tasks. */
function neededByTasks(made: NeededByServices, model: EcsService): readonly ITerraformDependable[] {
  const listeners = model.loadBalancers.flatMap(({ targetGroup }) =>
    resourceFor(made.listeners, targetGroup),
  );
  if (model.capacity.kind === "fargate") return listeners;
  return [...listeners, resourceFor(made.autoScalingGroups, model.capacity.autoScalingGroup)];
}
