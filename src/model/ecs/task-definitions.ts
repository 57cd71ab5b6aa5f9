import { arnIn } from "../../aws/partitions.ts";
import type { Path } from "../../base/path.ts";
import type {
  Blueprint,
  Container as WrittenContainer,
  ContainerHealthCheck as WrittenHealthCheck,
  TaskDefinition as WrittenTask,
} from "../../blueprint/blueprint.generated.ts";
import { serviceRole } from "../compute/service-roles.ts";
import { type Context, checkReference, present, report, sortedEntries } from "../context.ts";
import { awsNameOf, awsStackName, displayName } from "../names.ts";
import type {
  Container,
  ExecutionRole,
  LaunchType,
  PortName,
  TaskDefinition,
  TaskRole,
} from "../types/ecs.ts";
import { ecrRegistry, readImage } from "./container-images.ts";

/** Who assumes the roles of a task. */
const TASKS_SERVICE = "ecs-tasks.amazonaws.com";

/** An ARN of a secret ends in `secret:<name>`; the author may have appended `:<key>:<stage>:<version>`. */
const SECRET = /^(arn:[^:]*:secretsmanager:[^:]*:[^:]*:secret:[^:]+)/;

/** The task definitions with their roles, sorted by name. */
export function normaliseTaskDefinitions(context: Context, blueprint: Blueprint): readonly TaskDefinition[] {
  return sortedEntries(blueprint.ecs.taskDefinitions).map(([name, written]) => {
    const path: Path = ["ecs", "taskDefinitions", name];
    const family = displayName(awsStackName(blueprint), awsNameOf(name, written));
    const containers = sortedEntries(written.containers).map(([containerName, container]) =>
      normaliseContainer(context, containerName, container, [...path, "containers", containerName]),
    );
    checkPortNames(context, containers);
    return {
      name,
      path,
      family,
      cpu: written.cpu,
      memory: written.memory,
      ...written.runtimePlatform,
      launchTypes: launchTypesOf(blueprint, name),
      containers,
      logGroup: { name: `/aws/ecs/${family}`, retentionInDays: written.logRetentionInDays },
      executionRole: executionRoleOf(blueprint, name, written, containers),
      taskRole: taskRoleOf(blueprint, name, written),
      tags: written.tags,
    };
  });
}

function normaliseContainer(
  context: Context,
  name: string,
  written: WrittenContainer,
  path: Path,
): Container {
  return {
    name,
    path,
    image: readImage(written.image),
    ports: [...written.ports].sort((a, b) => a - b),
    portNames: portNamesOf(context, written, path),
    environment: sortedEntries(written.environment).map(([key, value]) => ({ name: key, value })),
    secrets: sortedEntries(written.secrets).map(([key, valueFrom]) => ({ name: key, valueFrom })),
    command: written.command,
    essential: written.essential,
    healthCheck: written.healthCheck === undefined ? null : healthCheckOf(written.healthCheck),
  };
}

function portNamesOf(
  context: Context,
  { ports, portNames }: WrittenContainer,
  containerPath: Path,
): readonly PortName[] {
  const known = ports.map(String);
  const named = sortedEntries(portNames).map(([name, { containerPort, appProtocol }]): PortName | null => {
    const path = [...containerPath, "portNames", name];
    const isKnown = checkReference(context, "port", `${containerPort}`, known, [...path, "containerPort"]);
    return isKnown ? { name, path, containerPort, appProtocol: appProtocol ?? null } : null;
  });
  return present(named);
}

function checkPortNames(context: Context, containers: readonly Container[]): void {
  const ports = containers.flatMap(({ portNames }) => portNames);
  for (const { name, path } of ports.filter(
    (port, at) => ports.findIndex((p) => p.name === port.name) < at,
  )) {
    report(context, "model/duplicate-port-name", path, `another container has a port "${name}" too`);
  }
}

/** Its keys in one order, whatever the author's: they are written as JSON. */
function healthCheckOf({ command, interval, timeout, retries, startPeriod }: WrittenHealthCheck) {
  return { command, interval, timeout, retries, startPeriod };
}

function launchTypesOf({ ecs }: Blueprint, name: string): readonly LaunchType[] {
  const capacities = Object.values(ecs.services)
    .filter((service) => service.taskDefinition === name)
    .map(({ capacity }): LaunchType => (capacity.ec2 === undefined ? "FARGATE" : "EC2"));
  return capacities.length === 0 ? ["FARGATE"] : [...new Set(capacities)].sort();
}

function executionRoleOf(
  blueprint: Blueprint,
  name: string,
  written: WrittenTask,
  containers: readonly Container[],
): ExecutionRole {
  const repositories = containers.flatMap(({ image }) => {
    const ecr = ecrRegistry(image.registry);
    return ecr === null ? [] : [arnIn(ecr.region, "ecr", ecr.account, `repository/${image.repository}`)];
  });
  const values = containers.flatMap(({ secrets }) => secrets.map(({ valueFrom }) => valueFrom));
  const isWritten = (arn: string) => arn.startsWith("arn:");
  // Of which service an ARN from elsewhere is, is not known before apply: leave to read it is given by both.
  const taken = values.filter((value) => !isWritten(value));
  const secrets = [...values.flatMap((arn) => SECRET.exec(arn)?.[1] ?? []), ...taken];
  const parameters = values.filter((arn) => arn.split(":")[2] === "ssm" && isWritten(arn));
  return {
    role: taskServiceRole(
      blueprint,
      `ecs_execution_${name}`,
      `${awsNameOf(name, written)}-execution`,
      written,
      [],
    ),
    repositories: sortedSet(repositories),
    secrets: sortedSet(secrets),
    parameters: sortedSet([...parameters, ...taken]),
  };
}

function taskRoleOf(blueprint: Blueprint, name: string, written: WrittenTask): TaskRole | null {
  const executeCommand = Object.values(blueprint.ecs.services).some(
    (service) => service.taskDefinition === name && service.enableExecuteCommand,
  );
  if (written.taskRole === undefined && !executeCommand) return null;
  const policies = written.taskRole?.managedPolicies ?? [];
  return {
    role: taskServiceRole(
      blueprint,
      `ecs_task_${name}`,
      `${awsNameOf(name, written)}-task`,
      written,
      policies,
    ),
    executeCommand,
  };
}

function taskServiceRole(
  blueprint: Blueprint,
  id: string,
  name: string,
  { tags }: WrittenTask,
  managedPolicies: readonly string[],
) {
  return serviceRole(
    {
      id,
      displayName: displayName(awsStackName(blueprint), name),
      namePrefix: "ecs-tasks-",
      service: TASKS_SERVICE,
      managedPolicies,
      tags,
    },
    blueprint.region,
  );
}

function sortedSet(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}
