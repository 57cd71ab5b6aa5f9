import { describe, expect, test } from "vitest";
import { ecsBlueprint } from "../../support/ecs-blueprint.ts";
import { describe as describeDiagnostic, networkFrom, tryNetworkFrom } from "../../support/network.ts";

const { ecs, targetGroups } = networkFrom(ecsBlueprint());
const [spare, web, worker] = ecs.taskDefinitions;

describe("task definitions", () => {
  test("are sorted, and have their family and log group by the blueprint's name", () => {
    expect(ecs.taskDefinitions.map(({ name, family, logGroup }) => [name, family, logGroup])).toEqual([
      ["spare", "sample-spare", { name: "/aws/ecs/sample-spare", retentionInDays: 30 }],
      ["web", "sample-web", { name: "/aws/ecs/sample-web", retentionInDays: 7 }],
      ["worker", "sample-worker", { name: "/aws/ecs/sample-worker", retentionInDays: 30 }],
    ]);
  });

  test("are for what their services run on, and for Fargate without a service", () => {
    expect([spare?.launchTypes, web?.launchTypes, worker?.launchTypes]).toEqual([
      ["FARGATE"],
      ["FARGATE"],
      ["EC2"],
    ]);
  });

  test("are for both where services run on both", () => {
    const yaml = ecsBlueprint().replace("taskDefinition: worker", "taskDefinition: web");
    const task = networkFrom(yaml).ecs.taskDefinitions.find(({ name }) => name === "web");
    expect(task?.launchTypes).toEqual(["EC2", "FARGATE"]);
  });

  test("have the defaults of Linux on x86, with the smallest size of Fargate", () => {
    expect(spare).toMatchObject({
      cpu: 256,
      memory: 512,
      cpuArchitecture: "X86_64",
      operatingSystemFamily: "LINUX",
      taskRole: null,
    });
  });

  test("have their containers, ports and variables sorted", () => {
    expect(web?.containers.map(({ name, essential }) => [name, essential])).toEqual([
      ["log", false],
      ["web", true],
    ]);
    expect(web?.containers[1]).toMatchObject({
      path: ["ecs", "taskDefinitions", "web", "containers", "web"],
      ports: [8080, 8081],
      environment: [
        { name: "AREA", value: `\${x}` },
        { name: "ZONE", value: "1" },
      ],
      command: ["serve"],
    });
  });

  test("let ECS pull from the private repositories, and read the secrets without their JSON keys", () => {
    expect(web?.executionRole).toMatchObject({
      role: { id: "ecs_execution_web", service: "ecs-tasks.amazonaws.com", policies: [] },
      repositories: ["arn:aws:ecr:eu-west-1:123456789012:repository/team/web"],
      secrets: ["arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf"],
      parameters: ["arn:aws:ssm:eu-west-1:123456789012:parameter/token"],
    });
    expect(worker?.executionRole).toMatchObject({ repositories: [], secrets: [], parameters: [] });
  });

  test("have a task role where the author wants one, or ECS Exec needs one", () => {
    expect(web?.taskRole).toMatchObject({
      executeCommand: false,
      role: { policies: [{ arn: "arn:aws:iam::aws:policy/AmazonSQSReadOnlyAccess" }] },
    });
    expect(worker?.taskRole).toMatchObject({ executeCommand: true, role: { policies: [] } });
  });
});

describe("services", () => {
  const [first, second] = ecs.services;

  test("stand in their tiers' subnets, and know what they register with", () => {
    expect(first).toMatchObject({
      name: "web",
      displayName: "sample-web",
      capacity: { kind: "fargate", platformVersion: "LATEST" },
      desiredCount: 3,
      tiers: ["app"],
      subnets: ["app_a", "app_b"],
      securityGroups: ["tasks"],
      loadBalancers: [
        {
          targetGroup: "web",
          path: ["targetGroups", "web", "targets", "ecsService"],
          containerName: "web",
          containerPort: 8080,
        },
      ],
    });
    expect(targetGroups[0]).toMatchObject({ targetType: "ip", ipAddressType: "ipv6" });
  });

  test("run on hosts of the blueprint where they name a group", () => {
    expect(second).toMatchObject({
      capacity: {
        kind: "ec2",
        path: ["ecs", "services", "worker", "capacity", "ec2"],
        autoScalingGroup: "hosts",
      },
      desiredCount: 1,
      loadBalancers: [],
    });
  });
});

describe("names that lead nowhere", () => {
  test.each([
    ["cluster: main\n      taskDefinition: web", "cluster: mian\n      taskDefinition: web", "cluster"],
    ["taskDefinition: worker", "taskDefinition: werker", "task definition"],
    ["autoScalingGroup: hosts", "autoScalingGroup: host", "auto scaling group"],
    ["service: web", "service: wep", "ECS service"],
    ["containerName: web", "containerName: wep", "container"],
    ["securityGroups: [tasks]", "securityGroups: [task]", "security group"],
  ])("%j as %j is an unknown %s", (before, after, kind) => {
    const { network, diagnostics } = tryNetworkFrom(ecsBlueprint().replace(before, after));
    expect(network).toBeNull();
    expect(diagnostics.map(describeDiagnostic)).toEqual([
      expect.stringMatching(new RegExp(`^model/unknown-name at .*: unknown ${kind} .*did you mean`)),
    ]);
  });
});
