// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's
import { describe, expect, test } from "vitest";
import { networkFrom } from "../../support/network.ts";
import { schemaProblems } from "../../support/provider-schema.ts";
import { addressesIn, resourceIn, stackJson } from "../../support/synth-json.ts";

function jsonOf(service: string, container = ""): Record<string, unknown> {
  const json = stackJson(
    networkFrom(`
apiVersion: hextet/v1
name: shop
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16, ipv6: { amazonProvided: {} } }
  availabilityZones: [a, b]
  subnets: { app: { addressing: dual-stack, internet: egress-only, slot: 0 } }
ecs:
  clusters: { main: {}, spare: {} }
  taskDefinitions: { web: { containers: { web: { image: "web:1"${container} } } } }
  services:
    web:
      cluster: main
      taskDefinition: web
      subnets: [app]
${service}`),
  );
  expect(schemaProblems(json)).toEqual([]);
  return json;
}

describe("a service that scales", () => {
  const json = jsonOf(`
      capacity: { fargate: {} }
      desiredCount: 3
      scaling:
        minCapacity: 2
        maxCapacity: 10
        targetTracking:
          ECSServiceAverageCPUUtilization: { targetValue: 60 }
        schedules:
          night: { schedule: "cron(0 22 * * ? *)", timezone: Europe/Lisbon, minCapacity: 1, maxCapacity: 1 }
`);
  const scaled = {
    service_namespace: "${aws_appautoscaling_target.ecs_web.service_namespace}",
    resource_id: "${aws_appautoscaling_target.ecs_web.resource_id}",
    scalable_dimension: "${aws_appautoscaling_target.ecs_web.scalable_dimension}",
  };

  test("has its number of tasks left alone after the first apply", () => {
    expect(resourceIn(json, "aws_ecs_service.web")).toMatchObject({
      desired_count: 3,
      lifecycle: { ignore_changes: ["desired_count"] },
    });
    expect(resourceIn(json, "aws_appautoscaling_target.ecs_web")).toEqual({
      service_namespace: "ecs",
      resource_id: "service/${aws_ecs_cluster.main.name}/${aws_ecs_service.web.name}",
      scalable_dimension: "ecs:service:DesiredCount",
      min_capacity: 2,
      max_capacity: 10,
      tags: { Name: "shop-web" },
      lifecycle: { ignore_changes: ["max_capacity", "min_capacity"] },
    });
  });

  test("keeps a metric near a value", () => {
    expect(resourceIn(json, "aws_appautoscaling_policy.ecs_web_ECSServiceAverageCPUUtilization")).toEqual({
      ...scaled,
      name: "ECSServiceAverageCPUUtilization",
      policy_type: "TargetTrackingScaling",
      target_tracking_scaling_policy_configuration: {
        predefined_metric_specification: { predefined_metric_type: "ECSServiceAverageCPUUtilization" },
        target_value: 60,
        scale_in_cooldown: 300,
        scale_out_cooldown: 60,
        disable_scale_in: false,
      },
    });
  });

  test("has other bounds at certain times", () => {
    expect(resourceIn(json, "aws_appautoscaling_scheduled_action.ecs_web_night")).toEqual({
      ...scaled,
      name: "shop-web-night",
      schedule: "cron(0 22 * * ? *)",
      timezone: "Europe/Lisbon",
      scalable_target_action: { min_capacity: "1", max_capacity: "1" },
    });
  });
});

test("a service without schedules has the bounds that are written", () => {
  const json = jsonOf("      capacity: { fargate: {} }\n      scaling: { minCapacity: 2, maxCapacity: 4 }\n");
  expect(resourceIn(json, "aws_appautoscaling_target.ecs_web")).not.toHaveProperty("lifecycle");
});

test("a service that does not scale has the number that is written", () => {
  const json = jsonOf("      capacity: { fargate: {} }\n");
  expect(resourceIn(json, "aws_ecs_service.web")).not.toHaveProperty("lifecycle");
  expect(addressesIn(json).filter((address) => /appautoscaling|capacity_providers/.test(address))).toEqual(
    [],
  );
});

describe("a service on Fargate Spot", () => {
  const strategyOf = (spot: string) =>
    resourceIn(jsonOf(`      capacity: { fargate: { spot: ${spot} } }\n`), "aws_ecs_service.web");

  test("shares its tasks, and waits for the cluster to have both providers", () => {
    const json = jsonOf(
      "      capacity: { fargate: { spot: { base: 1, onDemandWeight: 2, spotWeight: 3 } } }\n",
    );
    const service = resourceIn(json, "aws_ecs_service.web");
    expect(service).toMatchObject({
      platform_version: "LATEST",
      capacity_provider_strategy: [
        { capacity_provider: "FARGATE", base: 1, weight: 2 },
        { capacity_provider: "FARGATE_SPOT", base: 0, weight: 3 },
      ],
      depends_on: expect.arrayContaining(["aws_ecs_cluster_capacity_providers.main"]),
    });
    expect(service).not.toHaveProperty("launch_type");
    expect(resourceIn(json, "aws_ecs_cluster_capacity_providers.main")).toEqual({
      cluster_name: "${aws_ecs_cluster.main.name}",
      capacity_providers: ["FARGATE", "FARGATE_SPOT"],
    });
    expect(addressesIn(json)).not.toContain("aws_ecs_cluster_capacity_providers.spare");
  });

  test("alone names no other provider", () => {
    expect(strategyOf("{}")).toMatchObject({
      capacity_provider_strategy: [{ capacity_provider: "FARGATE_SPOT", base: 0, weight: 1 }],
    });
  });

  test("has those that always run on demand", () => {
    expect(strategyOf("{ base: 2 }")).toMatchObject({
      capacity_provider_strategy: [
        { capacity_provider: "FARGATE", base: 2, weight: 0 },
        { capacity_provider: "FARGATE_SPOT", base: 0, weight: 1 },
      ],
    });
  });
});

test("a container is asked whether it is well, by words that stay data", () => {
  const json = jsonOf(
    "      capacity: { fargate: {} }\n",
    ', healthCheck: { command: [CMD-SHELL, "exit ${CODE}"], retries: 5 }',
  );
  const definitions = String(resourceIn(json, "aws_ecs_task_definition.web")["container_definitions"]);
  expect(JSON.parse(definitions)).toMatchObject([
    {
      healthCheck: {
        command: ["CMD-SHELL", "exit $${CODE}"],
        interval: 30,
        timeout: 5,
        retries: 5,
        startPeriod: 0,
      },
    },
  ]);
});
