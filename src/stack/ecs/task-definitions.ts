import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group/index.js";
import { EcsTaskDefinition } from "@cdktf/provider-aws/lib/ecs-task-definition/index.js";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy/index.js";
import type { Construct } from "constructs";
import { arnIn } from "../../aws/partitions.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Container, ExecutionRole, TaskDefinition, TaskRole } from "../../model/types/ecs.ts";
import type { Network } from "../../model/types/network.ts";
import { addServiceRole } from "../compute/service-roles.ts";
import type { ITerraformDependable } from "../engine.ts";
import { withNameTag } from "../name-tag.ts";
import { omitNull } from "../omit-null.ts";
import type { VpcMade } from "../resources.ts";

/** A task definition, and the rights without which its tasks neither start nor work. */
export interface TaskDefinitionMade {
  readonly taskDefinition: EcsTaskDefinition;
  readonly logGroup: CloudwatchLogGroup;
  readonly rights: readonly ITerraformDependable[];
}

/** What ECS Exec needs of the task role: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html */
const EXECUTE_COMMAND_ACTIONS = [
  "ssmmessages:CreateControlChannel",
  "ssmmessages:CreateDataChannel",
  "ssmmessages:OpenControlChannel",
  "ssmmessages:OpenDataChannel",
];

/** Adds a task definition with its log group, its execution role and its task role. */
export function addTaskDefinition(
  scope: Construct,
  network: Network,
  made: Pick<VpcMade, "vpc">,
  model: TaskDefinition,
): TaskDefinitionMade {
  const tags = withNameTag(model.family, model.tags);
  const condition = sourceCondition(network, made);
  const logGroup = new CloudwatchLogGroup(
    scope,
    terraformAddress("aws_cloudwatch_log_group", `ecs_${model.name}`),
    {
      name: model.logGroup.name,
      retentionInDays: model.logGroup.retentionInDays,
      tags,
    },
  );
  const execution = addExecutionRole(scope, model.executionRole, logGroup, condition);
  const task = model.taskRole === null ? null : addTaskRole(scope, model.taskRole, condition);
  const taskDefinition = new EcsTaskDefinition(
    scope,
    terraformAddress("aws_ecs_task_definition", model.name),
    {
      family: model.family,
      // Every change is a new revision: the service goes there before the one that it has is deregistered.
      lifecycle: { createBeforeDestroy: true },
      requiresCompatibilities: [...model.launchTypes],
      networkMode: "awsvpc",
      cpu: `${model.cpu}`,
      memory: `${model.memory}`,
      runtimePlatform: {
        cpuArchitecture: model.cpuArchitecture,
        operatingSystemFamily: model.operatingSystemFamily,
      },
      executionRoleArn: execution.role.arn,
      ...omitNull({ taskRoleArn: task === null ? null : task.role.arn }),
      containerDefinitions: JSON.stringify(
        model.containers.map((container) => containerDefinition(network, logGroup, container)),
      ),
      tags,
    },
  );
  return { taskDefinition, logGroup, rights: [...execution.rights, ...(task?.rights ?? [])] };
}

function containerDefinition(network: Network, logGroup: CloudwatchLogGroup, container: Container): object {
  const { name, image, essential, environment, secrets, command, healthCheck } = container;
  return {
    name,
    image: image.text,
    essential,
    // With awsvpc the host port is the container's own: there is no host between.
    portMappings: portMappings(container),
    environment,
    ...(secrets.length === 0 ? {} : { secrets }),
    ...(command.length === 0 ? {} : { command }),
    ...(healthCheck === null ? {} : { healthCheck }),
    logConfiguration: {
      logDriver: "awslogs",
      options: {
        "awslogs-group": logGroup.name,
        "awslogs-region": network.region,
        "awslogs-stream-prefix": name,
      },
    },
  };
}

/** A port with several names has a mapping for each. */
function portMappings({ ports, portNames }: Container): readonly object[] {
  return ports.flatMap((port) => {
    const mapping = { containerPort: port, hostPort: port, protocol: "tcp" };
    const named = portNames.filter(({ containerPort }) => containerPort === port);
    if (named.length === 0) return [mapping];
    return named.map(({ name, appProtocol }) => ({ ...mapping, name, ...omitNull({ appProtocol }) }));
  });
}

function addExecutionRole(
  scope: Construct,
  { role, repositories, secrets, parameters }: ExecutionRole,
  logGroup: CloudwatchLogGroup,
  condition: object,
) {
  const made = addServiceRole(scope, role, condition);
  const pull = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"];
  const rights = addPolicy(scope, role.id, made.role.id, "start-tasks", [
    allow(["logs:CreateLogStream", "logs:PutLogEvents"], [`${logGroup.arn}:*`]),
    // A token is the whole account's, and AWS knows no narrower resource for it.
    allow(["ecr:GetAuthorizationToken"], repositories.length === 0 ? [] : ["*"]),
    allow(pull, repositories),
    allow(["secretsmanager:GetSecretValue"], secrets),
    allow(["ssm:GetParameters"], parameters),
  ]);
  return { role: made.role, rights: [...made.attachments, rights] };
}

function addTaskRole(scope: Construct, { role, executeCommand }: TaskRole, condition: object) {
  const made = addServiceRole(scope, role, condition);
  if (!executeCommand) return { role: made.role, rights: made.attachments };
  const statements = [allow(EXECUTE_COMMAND_ACTIONS, ["*"])];
  const rights = addPolicy(scope, role.id, made.role.id, "execute-command", statements);
  return { role: made.role, rights: [...made.attachments, rights] };
}

function addPolicy(
  scope: Construct,
  id: string,
  role: string,
  name: string,
  statements: readonly (object | null)[],
): IamRolePolicy {
  const Statement = statements.filter((statement) => statement !== null);
  const policy = JSON.stringify({ Version: "2012-10-17", Statement });
  return new IamRolePolicy(scope, terraformAddress("aws_iam_role_policy", id), { name, role, policy });
}

/** A statement that allows something on some resources; null where there are none. */
function allow(actions: readonly string[], resources: readonly string[]): object | null {
  return resources.length === 0 ? null : { Effect: "Allow", Action: actions, Resource: resources };
}

/**
 * Without the conditions, tasks of any account could borrow the role (the "confused deputy").
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
 */
function sourceCondition({ region }: Network, { vpc }: Pick<VpcMade, "vpc">): object {
  return {
    StringEquals: { "aws:SourceAccount": vpc.ownerId },
    ArnLike: { "aws:SourceArn": arnIn(region, "ecs", vpc.ownerId, "*") },
  };
}
