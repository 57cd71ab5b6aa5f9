// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's
import { describe, expect, test } from "vitest";
import { ecsBlueprint } from "../../support/ecs-blueprint.ts";
import { HOSTILE_TEXTS, terraformText } from "../../support/hostile-text.ts";
import { listAt, parseJson, textAt } from "../../support/json.ts";
import { networkFrom } from "../../support/network.ts";
import { schemaProblems } from "../../support/provider-schema.ts";
import { addressesIn, resourceIn, stackJson } from "../../support/synth-json.ts";

const json = stackJson(networkFrom(ecsBlueprint()));

function parsed(address: string, argument: string): unknown {
  return parseJson(textAt(resourceIn(json, address), argument), argument);
}

test("the AWS provider takes all of it", () => {
  expect(schemaProblems(json)).toEqual([]);
});

test("a cluster has its name and its setting", () => {
  expect(resourceIn(json, "aws_ecs_cluster.main")).toEqual({
    name: "sample-main",
    setting: [{ name: "containerInsights", value: "enhanced" }],
    tags: { Name: "sample-main", kind: "cluster" },
  });
});

describe("a task definition", () => {
  test("is for its launch types, in network mode awsvpc", () => {
    expect(resourceIn(json, "aws_ecs_task_definition.web")).toMatchObject({
      family: "sample-web",
      requires_compatibilities: ["FARGATE"],
      network_mode: "awsvpc",
      cpu: "512",
      memory: "1024",
      runtime_platform: { cpu_architecture: "ARM64", operating_system_family: "LINUX" },
      execution_role_arn: "${aws_iam_role.ecs_execution_web.arn}",
      task_role_arn: "${aws_iam_role.ecs_task_web.arn}",
    });
    expect(resourceIn(json, "aws_ecs_task_definition.spare")).not.toHaveProperty("task_role_arn");
  });

  test("has its containers as JSON, each with its log, and an author's template as text", () => {
    expect(parsed("aws_ecs_task_definition.web", "container_definitions")).toEqual([
      {
        name: "log",
        image: "fluent/fluent-bit",
        essential: false,
        portMappings: [],
        environment: [],
        logConfiguration: logOf("web", "log"),
      },
      {
        name: "web",
        image: "123456789012.dkr-ecr.eu-west-1.on.aws/team/web:1",
        essential: true,
        portMappings: [
          { containerPort: 8080, hostPort: 8080, protocol: "tcp" },
          { containerPort: 8081, hostPort: 8081, protocol: "tcp" },
        ],
        environment: [
          { name: "AREA", value: "$${x}" },
          { name: "ZONE", value: "1" },
        ],
        secrets: [
          {
            name: "PASSWORD",
            valueFrom: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf:password::",
          },
          { name: "TOKEN", valueFrom: "arn:aws:ssm:eu-west-1:123456789012:parameter/token" },
        ],
        command: ["serve"],
        logConfiguration: logOf("web", "web"),
      },
    ]);
    expect(resourceIn(json, "aws_cloudwatch_log_group.ecs_web")).toMatchObject({
      name: "/aws/ecs/sample-web",
      retention_in_days: 7,
    });
  });

  function logOf(task: string, container: string) {
    return {
      logDriver: "awslogs",
      options: {
        "awslogs-group": `\${aws_cloudwatch_log_group.ecs_${task}.name}`,
        "awslogs-region": "eu-west-1",
        "awslogs-stream-prefix": container,
      },
    };
  }
});

describe("the roles", () => {
  test("are for tasks of this account and region only", () => {
    expect(parsed("aws_iam_role.ecs_execution_web", "assume_role_policy")).toMatchObject({
      Statement: [
        {
          Principal: { Service: "ecs-tasks.amazonaws.com" },
          Condition: {
            StringEquals: { "aws:SourceAccount": "${aws_vpc.main.owner_id}" },
            ArnLike: { "aws:SourceArn": "arn:aws:ecs:eu-west-1:${aws_vpc.main.owner_id}:*" },
          },
        },
      ],
    });
  });

  test("the execution role pulls, logs and reads what the task has, and nothing else", () => {
    const statements = listAt(parsed("aws_iam_role_policy.ecs_execution_web", "policy"), "Statement");
    expect(statements).toEqual([
      allowed(["logs:CreateLogStream", "logs:PutLogEvents"], ["${aws_cloudwatch_log_group.ecs_web.arn}:*"]),
      allowed(["ecr:GetAuthorizationToken"], ["*"]),
      allowed(
        ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
        ["arn:aws:ecr:eu-west-1:123456789012:repository/team/web"],
      ),
      allowed(
        ["secretsmanager:GetSecretValue"],
        ["arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf"],
      ),
      allowed(["ssm:GetParameters"], ["arn:aws:ssm:eu-west-1:123456789012:parameter/token"]),
    ]);
    const bare = listAt(parsed("aws_iam_role_policy.ecs_execution_worker", "policy"), "Statement");
    expect(bare).toHaveLength(1);
  });

  test("the task role opens channels where a service has ECS Exec, and nowhere else", () => {
    expect(parsed("aws_iam_role_policy.ecs_task_worker", "policy")).toMatchObject({
      Statement: [{ Action: expect.arrayContaining(["ssmmessages:OpenDataChannel"]), Resource: ["*"] }],
    });
    expect(addressesIn(json)).not.toContain("aws_iam_role_policy.ecs_task_web");
  });

  function allowed(actions: readonly string[], resources: readonly string[]) {
    return { Effect: "Allow", Action: actions, Resource: resources };
  }
});

describe("a service", () => {
  test("on Fargate has its platform version, network and target group", () => {
    expect(resourceIn(json, "aws_ecs_service.web")).toMatchObject({
      name: "sample-web",
      cluster: "${aws_ecs_cluster.main.arn}",
      task_definition: "${aws_ecs_task_definition.web.arn}",
      launch_type: "FARGATE",
      platform_version: "LATEST",
      desired_count: 3,
      network_configuration: {
        subnets: ["${aws_subnet.app_a.id}", "${aws_subnet.app_b.id}"],
        security_groups: ["${aws_security_group.tasks.id}"],
        assign_public_ip: false,
      },
      load_balancer: [
        {
          target_group_arn: "${aws_lb_target_group.web.arn}",
          container_name: "web",
          container_port: 8080,
        },
      ],
    });
  });

  test("on EC2 has no platform version, and no target group where none names it", () => {
    const worker = resourceIn(json, "aws_ecs_service.worker");
    expect(worker).toMatchObject({ launch_type: "EC2", enable_execute_command: true });
    expect(worker).not.toHaveProperty("platform_version");
    expect(worker).not.toHaveProperty("load_balancer");
  });

  test("waits for its rights, its listeners, its routes and its hosts", () => {
    expect(listAt(resourceIn(json, "aws_ecs_service.web"), "depends_on")).toEqual(
      expect.arrayContaining([
        "aws_iam_role_policy.ecs_execution_web",
        "aws_iam_role_policy_attachment.ecs_task_web_amazon-sqs-read-only-access",
        "aws_lb_listener.web_http",
        "aws_route.app_default-ipv6",
        "aws_vpc_security_group_egress_rule.tasks_default_ipv6",
      ]),
    );
    expect(listAt(resourceIn(json, "aws_ecs_service.worker"), "depends_on")).toContain(
      "aws_autoscaling_group.hosts",
    );
  });

  test("its target group registers addresses, and gets no attachment", () => {
    expect(resourceIn(json, "aws_lb_target_group.web")).toMatchObject({
      target_type: "ip",
      ip_address_type: "ipv6",
    });
    expect(addressesIn(json).filter((address) => address.includes("target_group_attachment"))).toEqual([]);
  });
});

describe("an author's text", () => {
  const environment = HOSTILE_TEXTS.map((value, index) => ({ name: `TEXT_${index}`, value }));
  const network = networkFrom(ecsBlueprint());
  const taskDefinitions = network.ecs.taskDefinitions.map((task) => ({
    ...task,
    containers: task.containers.map((container) => ({ ...container, environment, command: HOSTILE_TEXTS })),
  }));
  const hostile = stackJson({ ...network, ecs: { ...network.ecs, taskDefinitions } });

  test("arrives in a container's environment and command", () => {
    const block = resourceIn(hostile, "aws_ecs_task_definition.worker");
    // The reference to the log group is Hextet's own; every other template would be the author's.
    const own = /\$\{aws_cloudwatch_log_group\.ecs_worker\.name\}/g;
    const text = terraformText(textAt(block, "container_definitions").replace(own, "own"));
    expect(parseJson(text, "containers")).toMatchObject([{ environment, command: HOSTILE_TEXTS }]);
  });
});
