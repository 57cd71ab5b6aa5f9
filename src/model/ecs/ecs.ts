import type { Path } from "../../base/path.ts";
import type { Blueprint, EcsService as WrittenService } from "../../blueprint/blueprint.generated.ts";
import { type Context, checkReference, present, sortedEntries } from "../context.ts";
import type { Declared } from "../declared.ts";
import { awsNameOf, awsStackName, displayName } from "../names.ts";
import { knownName, knownNames, knownTiers, namesOf } from "../references.ts";
import type { Ecs, EcsCapacity, EcsLoadBalancer, EcsService } from "../types/ecs.ts";
import { normaliseScaling } from "./ecs-scaling.ts";
import { normaliseTaskDefinitions } from "./task-definitions.ts";

/** Clusters, task definitions and services; a service that names something unknown is reported and left out. */
export function normaliseEcs(context: Context, blueprint: Blueprint, declared: Declared): Ecs {
  const { clusters, services } = blueprint.ecs;
  return {
    clusters: sortedEntries(clusters).map(([name, written]) => ({
      name,
      path: ["ecs", "clusters", name],
      displayName: displayName(awsStackName(blueprint), awsNameOf(name, written)),
      hasSpot: Object.values(services).some(
        ({ cluster, capacity }) => cluster === name && capacity.fargate?.spot !== undefined,
      ),
      containerInsights: written.containerInsights,
      tags: written.tags,
    })),
    taskDefinitions: normaliseTaskDefinitions(blueprint),
    services: present(
      sortedEntries(services).map(([name, written]) =>
        normaliseService(context, blueprint, declared, name, written),
      ),
    ),
  };
}

function normaliseService(
  context: Context,
  blueprint: Blueprint,
  declared: Declared,
  name: string,
  written: WrittenService,
): EcsService | null {
  const path: Path = ["ecs", "services", name];
  const { clusters, taskDefinitions } = blueprint.ecs;
  const tiers = knownTiers(context, written.subnets, declared.tiers, [...path, "subnets"]);
  const groupsPath = [...path, "securityGroups"];
  const cluster = knownName(context, "cluster", written.cluster, namesOf(clusters), [...path, "cluster"]);
  const taskDefinition = knownName(
    context,
    "task definition",
    written.taskDefinition,
    namesOf(taskDefinitions),
    [...path, "taskDefinition"],
  );
  const capacity = normaliseCapacity(context, blueprint, written, [...path, "capacity"]);
  const { securityGroups } = declared;
  const known = knownNames(context, "security group", written.securityGroups, securityGroups, groupsPath);
  const loadBalancers = loadBalancersOf(context, blueprint, name, taskDefinition);
  if (cluster === null || taskDefinition === null || capacity === null) return null;
  return {
    name,
    path,
    displayName: displayName(awsStackName(blueprint), awsNameOf(name, written)),
    cluster,
    taskDefinition,
    capacity,
    desiredCount: written.desiredCount ?? Math.max(1, written.scaling?.minCapacity ?? 1),
    scaling: normaliseScaling(name, written, path),
    tiers: tiers.map((tier) => tier.name),
    subnets: tiers.flatMap((tier) => tier.subnets.map(({ id }) => id)),
    securityGroups: known,
    assignPublicIp: written.assignPublicIp,
    enableExecuteCommand: written.enableExecuteCommand,
    loadBalancers,
    tags: written.tags,
  };
}

function normaliseCapacity(
  context: Context,
  { compute }: Blueprint,
  { capacity }: WrittenService,
  path: Path,
): EcsCapacity | null {
  if (capacity.fargate !== undefined) {
    const { platformVersion, spot = null } = capacity.fargate;
    return { kind: "fargate", path: [...path, "fargate"], platformVersion, spot };
  }
  const { autoScalingGroup } = capacity.ec2;
  const ownPath = [...path, "ec2"];
  const groups = namesOf(compute.autoScalingGroups);
  const isKnown = checkReference(context, "auto scaling group", autoScalingGroup, groups, [
    ...ownPath,
    "autoScalingGroup",
  ]);
  return isKnown ? { kind: "ec2", path: ownPath, autoScalingGroup } : null;
}

/** What the target groups say of the service; a container that its tasks do not have is reported. */
function loadBalancersOf(
  context: Context,
  blueprint: Blueprint,
  service: string,
  taskDefinition: string | null,
): readonly EcsLoadBalancer[] {
  const task = taskDefinition === null ? undefined : blueprint.ecs.taskDefinitions[taskDefinition];
  const containers = namesOf(task?.containers ?? {});
  const found = sortedEntries(blueprint.targetGroups).map(([targetGroup, { targets }]) => {
    const target = targets?.ecsService;
    if (target === undefined || target.service !== service || task === undefined) return null;
    const path: Path = ["targetGroups", targetGroup, "targets", "ecsService"];
    const { containerName, containerPort } = target;
    const isKnown = checkReference(context, "container", containerName, containers, [
      ...path,
      "containerName",
    ]);
    return isKnown ? { targetGroup, path, containerName, containerPort } : null;
  });
  return present(found);
}
