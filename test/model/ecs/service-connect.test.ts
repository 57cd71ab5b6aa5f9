import { describe, expect, test } from "vitest";
import { describe as describeDiagnostic, networkFrom, tryNetworkFrom } from "../../support/network.ts";

const service = (name: string, connect: string) => `
    ${name}:
      cluster: main
      taskDefinition: web
      capacity: { fargate: {} }
      subnets: [app]
      serviceConnect: { ${connect} }`;

const textOf = (services: string, more = "") => `
apiVersion: hextet/v1
name: shop
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a]
  subnets: { app: { addressing: dual-stack, internet: egress-only, slot: 0 } }
ecs:
  namespaces: { inside: {}, other: {} }
  clusters: { main: {} }
  taskDefinitions:
    web:
      containers:
        another: { image: nginx, ports: [80]${more} }
        web:
          image: nginx
          ports: [8080]
          portNames: { api: { containerPort: 8080, appProtocol: http }, raw: { containerPort: 8080 } }
  services:${services}
`;

const API = "services: { api: { clientAlias: { port: 80 } } }";
const web = service("web", `namespace: inside, ${API}`);

describe("Service Connect", () => {
  test("has every default filled", () => {
    const network = networkFrom(textOf(service("client", "namespace: inside, calls: [web]") + web));
    const [client, called] = network.ecs.services;
    const path = ["ecs", "services", "web", "serviceConnect"];
    expect(called?.serviceConnect).toEqual({
      path,
      namespace: "inside",
      endpoints: [
        {
          path: [...path, "services", "api"],
          port: {
            name: "api",
            path: ["ecs", "taskDefinitions", "web", "containers", "web", "portNames", "api"],
            containerPort: 8080,
            appProtocol: "http",
          },
          discoveryName: "api",
          clientAlias: { port: 80, dnsName: null },
          ingressPortOverride: null,
          timeout: { idleTimeoutSeconds: null, perRequestTimeoutSeconds: null },
        },
      ],
      calls: [],
    });
    expect(client?.serviceConnect).toMatchObject({
      endpoints: [],
      calls: [{ path: ["ecs", "services", "client", "serviceConnect", "calls", 0], service: "web" }],
    });
  });

  test.each([
    ["a namespace", service("web", `namespace: insid, ${API}`), 'unknown namespace "insid"'],
    ["a port", web.replace("api:", "apy:"), 'unknown port name "apy"'],
    [
      "a service",
      `${service("a", "namespace: inside, calls: [wep]")}${web}`,
      'unknown service with endpoints in namespace "inside" "wep"',
    ],
    [
      "of another namespace",
      `${service("a", "namespace: other, calls: [web]")}${web}`,
      'unknown service with endpoints in namespace "other" "web"',
    ],
    [
      "a service that is not called",
      `${service("a", "namespace: inside, calls: [b]")}${service("b", "namespace: inside")}`,
      'unknown service with endpoints in namespace "inside" "b"',
    ],
  ])("a name that leads nowhere: %s", (_, services, message) => {
    const { network, diagnostics } = tryNetworkFrom(textOf(services));
    expect(network).toBeNull();
    expect(diagnostics.map(describeDiagnostic)).toEqual([expect.stringContaining(message)]);
  });

  test.each([
    ["no port of the container", ", portNames: { x: { containerPort: 81 } }", 'unknown port "81"'],
    [
      "taken by another container",
      ", portNames: { api: { containerPort: 80 } }",
      'another container has a port "api" too',
    ],
  ])("a port name is %s", (_, more, message) => {
    const { diagnostics } = tryNetworkFrom(textOf(web, more));
    expect(diagnostics.map(describeDiagnostic)).toEqual([expect.stringContaining(message)]);
  });

  test("services that call each other have no order, those before them have", () => {
    const services = [
      service("a", `namespace: inside, ${API}, calls: [b]`),
      service("b", `namespace: inside, ${API.replace("80", "81")}, calls: [c]`),
      service("c", `namespace: inside, ${API.replace("80", "82")}, calls: [b]`),
      service("d", `namespace: inside, ${API.replace("80", "83")}, calls: [d]`),
    ];
    const { diagnostics } = tryNetworkFrom(textOf(services.join("")));
    expect(diagnostics.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      'model/service-connect-circle: service "b" calls "c", which waits for "b" itself',
      'model/service-connect-circle: service "c" calls "b", which waits for "c" itself',
      'model/service-connect-circle: service "d" calls "d", which waits for "d" itself',
    ]);
  });
});
