import { EcsAccountSettingDefault } from "@cdktf/provider-aws/lib/ecs-account-setting-default/index.js";
import { EcsCluster } from "@cdktf/provider-aws/lib/ecs-cluster/index.js";
import { EcsClusterCapacityProviders } from "@cdktf/provider-aws/lib/ecs-cluster-capacity-providers/index.js";
import { EcsService as AwsEcsService } from "@cdktf/provider-aws/lib/ecs-service/index.js";
import type { Construct } from "constructs";
import { invariant } from "../../base/invariant.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { EcsCapacity, EcsService, FargateSpot } from "../../model/types/ecs.ts";
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
import { addScaling } from "./ecs-scaling.ts";
import { addNamespaces, calledServices, serviceConnect } from "./service-connect.ts";
import { addTaskDefinition, type TaskDefinitionMade } from "./task-definitions.ts";

type NeededByEcs = NetworkMade &
  Pick<ComputeMade, "autoScalingGroups"> &
  Pick<LoadBalancingMade, "targetGroups" | "listeners">;

interface NeededByServices extends NeededByEcs {
  readonly namespaces: ReturnType<typeof addNamespaces>;
  readonly clusters: Made<EcsCluster>;
  readonly taskDefinitions: Made<TaskDefinitionMade>;
  readonly spot: Made<EcsClusterCapacityProviders>;
  /** What gives tasks in dual-stack subnets their IPv6 address; empty: nothing of the stack does. */
  readonly dualStackSetting: readonly ITerraformDependable[];
}

/** Adds the ECS clusters, the task definitions with their roles and log groups, and the services. */
export function addEcs(scope: Construct, network: Network, made: NeededByEcs): void {
  const { clusters, taskDefinitions, services } = network.ecs;
  const parts = {
    ...made,
    dualStackSetting: addDualStackSetting(scope, network),
    namespaces: addNamespaces(scope, network),
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
  // ECS refuses a strategy with providers that the cluster does not have.
  const spot = addCapacityProviders(scope, network, parts.clusters);
  for (const model of services) {
    const service = addService(scope, network, { ...parts, spot }, model);
    addScaling(scope, model, { service, cluster: resourceFor(parts.clusters, model.cluster) });
  }
}

/** Fargate's two providers, for clusters with services on Spot; by the cluster's name. */
function addCapacityProviders(
  scope: Construct,
  { ecs }: Network,
  clusters: Made<EcsCluster>,
): Made<EcsClusterCapacityProviders> {
  return new Map(
    ecs.clusters
      .filter(({ hasSpot }) => hasSpot)
      .map(({ name }) => [
        name,
        new EcsClusterCapacityProviders(scope, terraformAddress("aws_ecs_cluster_capacity_providers", name), {
          clusterName: resourceFor(clusters, name).name,
          capacityProviders: ["FARGATE", "FARGATE_SPOT"],
        }),
      ]),
  );
}

function addDualStackSetting(scope: Construct, network: Network): readonly ITerraformDependable[] {
  const choice = network.hooks.find(({ id }) => id === "ecs-dual-stack-setting");
  invariant(choice !== undefined || network.ecs.services.length === 0, "nobody chose for dualStackIPv6");
  if (choice?.state === "hook") return [ecsDualStackSetting.apply(scope, { network })];
  if (choice?.state !== "native") return [];
  const setting = { name: "dualStackIPv6", value: "enabled" };
  return [new EcsAccountSettingDefault(scope, "aws_ecs_account_setting_default.dual_stack_ipv6", setting)];
}

function addService(
  scope: Construct,
  network: Network,
  made: NeededByServices,
  model: EcsService,
): AwsEcsService {
  const { taskDefinition, rights } = resourceFor(made.taskDefinitions, model.taskDefinition);
  return new AwsEcsService(scope, terraformAddress("aws_ecs_service", model.name), {
    name: model.displayName,
    cluster: resourceFor(made.clusters, model.cluster).arn,
    taskDefinition: taskDefinition.arn,
    desiredCount: model.desiredCount,
    ...(model.scaling === null ? {} : { lifecycle: { ignoreChanges: ["desired_count"] } }),
    ...capacity(model.capacity),
    networkConfiguration: {
      subnets: model.subnets.map((id) => resourceFor(made.subnets, id).id),
      securityGroups: model.securityGroups.map((name) => resourceFor(made.securityGroups, name).id),
      assignPublicIp: model.assignPublicIp,
    },
    ...loadBalancer(made, model),
    ...serviceConnect(network, made, model),
    enableExecuteCommand: model.enableExecuteCommand,
    // A deployment whose tasks never become well is taken back, instead of being tried for ever.
    deploymentCircuitBreaker: { enable: true, rollback: true },
    propagateTags: "SERVICE",
    tags: withNameTag(model.displayName, model.tags),
    ...waitFor([
      ...rights,
      ...made.dualStackSetting,
      ...neededByTasks(made, model),
      ...calledServices(model),
      ...neededAtBoot(network, made, model),
    ]),
  });
}

function capacity(model: EcsCapacity) {
  if (model.kind === "ec2") return { launchType: "EC2" };
  const { platformVersion, spot } = model;
  if (spot === null) return { launchType: "FARGATE", platformVersion };
  return { platformVersion, capacityProviderStrategy: strategy(spot) };
}

function strategy({ base, onDemandWeight, spotWeight }: FargateSpot) {
  const onDemand = { capacityProvider: "FARGATE", base, weight: onDemandWeight };
  const spot = { capacityProvider: "FARGATE_SPOT", base: 0, weight: spotWeight };
  return base + onDemandWeight === 0 ? [spot] : [onDemand, spot];
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
  if (model.capacity.kind === "fargate") {
    return model.capacity.spot === null ? listeners : [...listeners, resourceFor(made.spot, model.cluster)];
  }
  return [...listeners, resourceFor(made.autoScalingGroups, model.capacity.autoScalingGroup)];
}
