import type { Path } from "../../base/path.ts";
import type { Blueprint, EcsService as WrittenService } from "../../blueprint/blueprint.generated.ts";
import { type Context, checkReference, present, sortedEntries } from "../context.ts";
import type { Declared } from "../declared.ts";
import { awsNameOf, awsStackName, displayName } from "../names.ts";
import { knownName, knownNames, knownTiers, namesOf } from "../references.ts";
import type { Ecs, EcsCapacity, EcsLoadBalancer, EcsService, TaskDefinition } from "../types/ecs.ts";
import { normaliseScaling } from "./ecs-scaling.ts";
import { checkCalls, normaliseServiceConnect } from "./service-connect.ts";
import { normaliseTaskDefinitions } from "./task-definitions.ts";

/** Clusters, task definitions and services; a service that names something unknown is reported and left out. */
export function normaliseEcs(context: Context, blueprint: Blueprint, declared: Declared): Ecs {
  const { clusters, namespaces, services } = blueprint.ecs;
  const taskDefinitions = normaliseTaskDefinitions(context, blueprint);
  const normalised = present(
    sortedEntries(services).map(([name, written]) =>
      normaliseService(context, blueprint, { ...declared, taskDefinitions }, name, written),
    ),
  );
  checkCalls(context, normalised);
  return {
    namespaces: sortedEntries(namespaces).map(([name, written]) => ({
      name,
      path: ["ecs", "namespaces", name],
      displayName: displayName(awsStackName(blueprint), awsNameOf(name, written)),
      tags: written.tags,
    })),
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
    taskDefinitions,
    services: normalised,
  };
}

interface DeclaredForServices extends Declared {
  readonly taskDefinitions: readonly TaskDefinition[];
}

function normaliseService(
  context: Context,
  blueprint: Blueprint,
  declared: DeclaredForServices,
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
  const task = declared.taskDefinitions.find(({ name: one }) => one === taskDefinition);
  if (cluster === null || task === undefined || capacity === null) return null;
  return {
    name,
    path,
    displayName: displayName(awsStackName(blueprint), awsNameOf(name, written)),
    cluster,
    taskDefinition: task.name,
    capacity,
    desiredCount: written.desiredCount ?? Math.max(1, written.scaling?.minCapacity ?? 1),
    scaling: normaliseScaling(name, written, path),
    tiers: tiers.map((tier) => tier.name),
    subnets: tiers.flatMap((tier) => tier.subnets.map(({ id }) => id)),
    securityGroups: known,
    assignPublicIp: written.assignPublicIp,
    enableExecuteCommand: written.enableExecuteCommand,
    loadBalancers,
    serviceConnect: normaliseServiceConnect(context, blueprint, task, written.serviceConnect, [
      ...path,
      "serviceConnect",
    ]),
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
