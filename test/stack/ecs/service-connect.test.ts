// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's
import { describe, expect, test } from "vitest";
import { networkFrom } from "../../support/network.ts";
import { schemaProblems } from "../../support/provider-schema.ts";
import { resourceIn, stackJson } from "../../support/synth-json.ts";

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
  namespaces: { inside: { tags: { kind: names } } }
  clusters: { main: {} }
  taskDefinitions:
    web:
      containers:
        web:
          image: "web:1"
          ports: [8080, 9090, 9100]
          portNames:
            api: { containerPort: 8080, appProtocol: http }
            old: { containerPort: 8080 }
            calls: { containerPort: 9090, appProtocol: grpc }
  services:
    a-client:
      cluster: main
      taskDefinition: web
      capacity: { fargate: {} }
      subnets: [app]
      serviceConnect: { namespace: inside, calls: [web] }
    plain: { cluster: main, taskDefinition: web, capacity: { fargate: {} }, subnets: [app] }
    web:
      cluster: main
      taskDefinition: web
      capacity: { fargate: {} }
      subnets: [app]
      serviceConnect:
        namespace: inside
        services:
          api: { clientAlias: { port: 80 } }
          calls:
            discoveryName: web-calls
            clientAlias: { port: 81, dnsName: calls.web }
            ingressPortOverride: 19090
            timeout: { idleTimeoutSeconds: 0, perRequestTimeoutSeconds: 30 }
          old: { clientAlias: { port: 82 }, timeout: { idleTimeoutSeconds: 60 } }
`),
);

const log = {
  log_driver: "awslogs",
  options: {
    "awslogs-group": "${aws_cloudwatch_log_group.ecs_web.name}",
    "awslogs-region": "eu-west-1",
    "awslogs-stream-prefix": "service-connect",
  },
};
const namespace = "${aws_service_discovery_http_namespace.inside.arn}";

describe("Service Connect", () => {
  test("has a namespace in Cloud Map, and every argument is one of the provider's", () => {
    expect(resourceIn(json, "aws_service_discovery_http_namespace.inside")).toEqual({
      name: "shop-inside",
      tags: { Name: "shop-inside", kind: "names" },
    });
    expect(schemaProblems(json)).toEqual([]);
  });

  test("names ports of the task, each name in a mapping of its own", () => {
    const { container_definitions } = resourceIn(json, "aws_ecs_task_definition.web");
    const mapped = { protocol: "tcp" };
    expect(JSON.parse(String(container_definitions))[0].portMappings).toEqual([
      { ...mapped, containerPort: 8080, hostPort: 8080, name: "api", appProtocol: "http" },
      { ...mapped, containerPort: 8080, hostPort: 8080, name: "old" },
      { ...mapped, containerPort: 9090, hostPort: 9090, name: "calls", appProtocol: "grpc" },
      { ...mapped, containerPort: 9100, hostPort: 9100 },
    ]);
  });

  test("a service that is called has its endpoints, and the proxy a log", () => {
    expect(resourceIn(json, "aws_ecs_service.web")["service_connect_configuration"]).toEqual({
      enabled: true,
      namespace,
      log_configuration: log,
      service: [
        { port_name: "api", discovery_name: "api", client_alias: { port: 80 } },
        {
          port_name: "calls",
          discovery_name: "web-calls",
          client_alias: { port: 81, dns_name: "calls.web" },
          ingress_port_override: 19090,
          timeout: { idle_timeout_seconds: 0, per_request_timeout_seconds: 30 },
        },
        {
          port_name: "old",
          discovery_name: "old",
          client_alias: { port: 82 },
          timeout: { idle_timeout_seconds: 60 },
        },
      ],
    });
  });

  test("a service that calls has no endpoints, and comes after those that it calls", () => {
    const client = resourceIn(json, "aws_ecs_service.a-client");
    expect(client["service_connect_configuration"]).toEqual({
      enabled: true,
      namespace,
      log_configuration: log,
    });
    expect(client["depends_on"]).toContain("aws_ecs_service.web");
    expect(resourceIn(json, "aws_ecs_service.web")["depends_on"]).not.toContain("aws_ecs_service.a-client");
    expect(resourceIn(json, "aws_ecs_service.plain")).not.toHaveProperty("service_connect_configuration");
  });
});
