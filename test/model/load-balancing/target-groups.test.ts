import { describe, expect, it } from "vitest";
import type { TargetGroup } from "../../../src/model/types/load-balancing.ts";
import { findingsWith, networkWith, only } from "../hosts-blueprint.ts";

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
    ["protocol: HTTPS", { protocol: "HTTPS", path: "/", matcher: "200" }],
    ["protocol: HTTP, protocolVersion: GRPC", { protocol: "HTTP", path: "/", matcher: "12" }],
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

  const attached = { port: null, availabilityZone: null, isManaged: true };
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
            isManaged: true,
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
