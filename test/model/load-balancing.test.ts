import { describe, expect, it } from "vitest";
import type { LoadBalancer, TargetGroup } from "../../src/model/types/load-balancing.ts";
import { findingsWith, networkWith, only } from "./hosts-blueprint.ts";

function balancerOf(settings: string): LoadBalancer {
  return only(networkWith(`loadBalancers: { web: { ${settings}, ${LISTENERS} } }`).loadBalancers);
}

const LISTENERS = "listeners: { http: { port: 80, protocol: HTTP, action: { redirectToHttps: {} } } }";

const COMPUTE = `
compute:
  autoScalingGroups: { g: { instanceType: t4g.small, subnets: [app] } }
  instances:
    j: { instanceType: t4g.small, subnet: app }
    i: { instanceType: t4g.small, subnet: app }
`;

function targetGroupOf(settings: string): TargetGroup {
  return only(networkWith(`${COMPUTE}\ntargetGroups: { web: { ${settings} } }`).targetGroups);
}

describe("a load balancer", () => {
  it("has every default", () => {
    expect(balancerOf("type: application, subnets: [public]")).toEqual({
      name: "web",
      path: ["loadBalancers", "web"],
      displayName: "shop-web",
      type: "application",
      ipAddressType: "dualstack",
      internal: false,
      tiers: ["public"],
      subnets: ["public_a", "public_b"],
      securityGroups: [],
      deletionProtection: false,
      idleTimeout: 60,
      crossZone: null,
      listeners: [
        {
          id: "web_http",
          name: "http",
          path: ["loadBalancers", "web", "listeners", "http"],
          port: 80,
          protocol: "HTTP",
          certificateArn: null,
          sslPolicy: null,
          action: { kind: "redirect-to-https", port: 443, statusCode: "HTTP_301" },
        },
      ],
      tags: {},
    });
  });

  it("of type network has no idle timeout, and crosses zones when told", () => {
    expect(balancerOf("type: network, subnets: [public]")).toMatchObject({
      idleTimeout: null,
      crossZone: false,
    });
    expect(balancerOf("type: network, subnets: [public], crossZone: true")).toMatchObject({
      crossZone: true,
    });
    expect(balancerOf("type: application, subnets: [public], crossZone: true")).toMatchObject({
      crossZone: null,
    });
  });

  it.each([
    ["subnets: [public, edge]", false],
    ["subnets: [app]", true],
    ["subnets: [public, app]", true],
    ["subnets: [public], scheme: internal", true],
    ["subnets: [app], scheme: internet-facing", false],
  ])("faces the internet when all its tiers do: { %s } is internal: %s", (settings, internal) => {
    expect(balancerOf(`type: network, ${settings}`).internal).toBe(internal);
  });

  it("reads every action of a listener", () => {
    const { loadBalancers } = networkWith(`
loadBalancers:
  web:
    type: application
    subnets: [public]
    securityGroups: [web, admin]
    listeners:
      maintenance: { port: 81, protocol: HTTP, action: { fixedResponse: { statusCode: 503 } } }
      https:
        port: 443
        protocol: HTTPS
        certificateArn: "arn:aws:acm:eu-west-1:123456789012:certificate/1"
        sslPolicy: ELBSecurityPolicy-TLS13-1-2-2021-06
        action: { forwardTo: web }
targetGroups: { web: { protocol: HTTP, port: 8080 } }
`);
    const { listeners, securityGroups } = only(loadBalancers);
    expect(securityGroups).toEqual(["admin", "web"]);
    expect(listeners.map(({ id, action }) => [id, action])).toEqual([
      ["web_https", { kind: "forward", targetGroup: "web" }],
      [
        "web_maintenance",
        { kind: "fixed-response", statusCode: 503, contentType: "text/plain", messageBody: null },
      ],
    ]);
    expect(listeners[0]).toMatchObject({
      certificateArn: "arn:aws:acm:eu-west-1:123456789012:certificate/1",
      sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
    });
  });

  it("reports every unknown name where it is written", () => {
    expect(
      findingsWith(`
loadBalancers:
  web:
    type: application
    subnets: [public, publik]
    securityGroups: [admon]
    listeners: { http: { port: 80, protocol: HTTP, action: { forwardTo: webs } } }
targetGroups: { web: { protocol: HTTP, port: 8080 } }
`),
    ).toEqual([
      `model/unknown-name at loadBalancers.web.subnets[1]: unknown subnet tier "publik" in loadBalancers.web.subnets[1] (did you mean "public"?)`,
      `model/unknown-name at loadBalancers.web.securityGroups[0]: unknown security group "admon" in loadBalancers.web.securityGroups[0] (did you mean "admin"?)`,
      `model/unknown-name at loadBalancers.web.listeners.http.action.forwardTo: unknown target group "webs" in loadBalancers.web.listeners.http.action.forwardTo (did you mean "web"?)`,
    ]);
  });
});

describe("a target group", () => {
  it("has every default", () => {
    expect(targetGroupOf("protocol: HTTP, port: 8080")).toEqual({
      name: "web",
      path: ["targetGroups", "web"],
      displayName: "shop-web",
      namePrefix: "web-",
      protocol: "HTTP",
      port: 8080,
      ipAddressType: "ipv4",
      targetType: "instance",
      protocolVersion: null,
      deregistrationDelay: 300,
      healthCheck: {
        protocol: "HTTP",
        port: "traffic-port",
        path: "/",
        matcher: "200",
        interval: 30,
        timeout: 5,
        healthyThreshold: 3,
        unhealthyThreshold: 3,
      },
      targets: { autoScalingGroups: [], attachments: [] },
      loadBalancers: [],
      tags: {},
    });
  });

  it.each([
    ["protocol: HTTPS", { protocol: "HTTP", path: "/", matcher: "200" }],
    ["protocol: TCP", { protocol: "TCP", path: null, matcher: null }],
    ["protocol: UDP", { protocol: "TCP", path: null, matcher: null }],
    ["protocol: TLS, healthCheck: { protocol: HTTPS, port: 9 }", { protocol: "HTTPS", port: "9", path: "/" }],
    [
      "protocol: HTTP, healthCheck: { protocol: TCP, path: /up }",
      { protocol: "TCP", path: null, matcher: null },
    ],
  ])("checks health by its protocol: { %s }", (settings, healthCheck) => {
    expect(targetGroupOf(`port: 80, ${settings}`).healthCheck).toMatchObject(healthCheck);
  });

  const attached = { port: null, availabilityZone: null };
  it.each([
    ["autoScalingGroups: [g]", "instance", { autoScalingGroups: ["g"], attachments: [] }],
    [
      "instances: [j, i]",
      "instance",
      {
        autoScalingGroups: [],
        attachments: [
          {
            id: "web_i",
            path: ["targetGroups", "web", "targets", "instances", 1],
            target: { kind: "instance", name: "i" },
            ...attached,
          },
          {
            id: "web_j",
            path: ["targetGroups", "web", "targets", "instances", 0],
            target: { kind: "instance", name: "j" },
            ...attached,
          },
        ],
      },
    ],
    [
      "instanceAddresses: [i]",
      "ip",
      {
        autoScalingGroups: [],
        attachments: [
          {
            id: "web_i",
            path: ["targetGroups", "web", "targets", "instanceAddresses", 0],
            target: { kind: "instance-address", name: "i" },
            ...attached,
          },
        ],
      },
    ],
    [
      `addresses: { y: { address: 10.20.0.9, port: 81, availabilityZone: all }, x: { address: "2001:db8::9" } }`,
      "ip",
      {
        autoScalingGroups: [],
        attachments: [
          {
            id: "web_x",
            path: ["targetGroups", "web", "targets", "addresses", "x"],
            target: { kind: "address", address: "2001:db8::9" },
            ...attached,
          },
          {
            id: "web_y",
            path: ["targetGroups", "web", "targets", "addresses", "y"],
            target: { kind: "address", address: "10.20.0.9" },
            port: 81,
            availabilityZone: "all",
          },
        ],
      },
    ],
  ])("takes targets: { %s } of type %s", (written, targetType, targets) => {
    const group = targetGroupOf(`protocol: TCP, port: 80, targets: { ${written} }`);
    expect(group.targetType).toBe(targetType);
    expect(group.targets).toEqual(targets);
  });

  it.each([
    [
      "autoScalingGroups: [g, i]",
      `model/unknown-name at @.autoScalingGroups[1]: unknown auto scaling group "i" in @.autoScalingGroups[1] (known: g)`,
    ],
    [
      "instances: [g]",
      `model/unknown-name at @.instances[0]: unknown instance "g" in @.instances[0] (known: i, j)`,
    ],
    [
      "addresses: { x: { address: 10.20.0.0/24 } }",
      `model/invalid-address at @.addresses.x.address: "10.20.0.0/24" is no IPv4 or IPv6 address (write it such as "10.20.0.4" or "2001:db8::4")`,
    ],
  ])("refuses unknown targets: { %s }", (written, finding) => {
    const body = `${COMPUTE}\ntargetGroups: { web: { protocol: TCP, port: 80, targets: { ${written} } } }`;
    expect(findingsWith(body)).toEqual([finding.replaceAll("@", "targetGroups.web.targets")]);
  });

  it("has no finding of its own when its target has one", () => {
    const body = `
compute: { autoScalingGroups: { g: { instanceType: t4g.small, os: amazon-linux-2022, subnets: [app] } } }
targetGroups: { web: { protocol: TCP, port: 80, targets: { autoScalingGroups: [g] } } }
outputs: { g: { value: { autoScalingGroupName: g } } }
`;
    expect(only(findingsWith(body))).toContain("model/unknown-os at compute.autoScalingGroups.g.os");
  });

  it("knows the balancers that forward to it, each once", () => {
    const listener = (port: number) => `{ port: ${port}, protocol: TCP, action: { forwardTo: x } }`;
    const { targetGroups } = networkWith(`
loadBalancers:
  b: { type: network, subnets: [public], listeners: { one: ${listener(1)}, two: ${listener(2)} } }
  a: { type: network, subnets: [public], listeners: { one: ${listener(1)} } }
targetGroups: { x: { protocol: TCP, port: 80 }, y: { protocol: TCP, port: 80 } }
`);
    expect(targetGroups.map(({ name, loadBalancers }) => [name, loadBalancers])).toEqual([
      ["x", ["a", "b"]],
      ["y", []],
    ]);
  });
});
