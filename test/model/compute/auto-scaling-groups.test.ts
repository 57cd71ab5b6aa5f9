import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { hostDefaults } from "../../../src/model/compute/inline-hosts.ts";
import { findingsWith, networkWith, only } from "../hosts-blueprint.ts";

const AT = "compute.autoScalingGroups.g";

function groups(body: string): string {
  return `compute: { autoScalingGroups: { ${body} } }`;
}

describe("an auto scaling group", () => {
  it("that describes its hosts gets a launch template of its name", () => {
    const { autoScalingGroups, launchTemplates } = networkWith(
      groups("g: { instanceType: t4g.small, subnets: [native, app], tags: { role: web } }"),
    ).compute;
    expect(autoScalingGroups).toEqual([
      {
        name: "g",
        path: ["compute", "autoScalingGroups", "g"],
        displayName: "shop-g",
        tiers: ["app", "native"],
        subnets: ["app_a", "app_b", "native_a", "native_b"],
        launchTemplate: "g",
        minSize: 1,
        maxSize: 2,
        desiredCapacity: null,
        scaling: null,
        healthCheckType: "EC2",
        healthCheckGracePeriod: 300,
        targetGroups: [],
        tags: { role: "web" },
      },
    ]);
    expect(launchTemplates).toMatchObject([
      {
        name: "g",
        path: ["compute", "autoScalingGroups", "g"],
        displayName: "shop-g",
        tiers: ["app", "native"],
        host: { path: ["compute", "autoScalingGroups", "g"], tags: { role: "web" } },
      },
    ]);
  });

  it("that names a launch template says where it runs", () => {
    const { autoScalingGroups, launchTemplates } = networkWith(`
compute:
  launchTemplates: { z: { instanceType: t4g.small }, a: { instanceType: t4g.small } }
  autoScalingGroups:
    two: { launchTemplate: z, subnets: [native] }
    one: { launchTemplate: z, subnets: [public, app] }
`).compute;
    expect(autoScalingGroups.map(({ name, launchTemplate }) => [name, launchTemplate])).toEqual([
      ["one", "z"],
      ["two", "z"],
    ]);
    expect(launchTemplates.map(({ name, tiers }) => [name, tiers])).toEqual([
      ["a", []],
      ["z", ["app", "native", "public"]],
    ]);
  });

  it.each([
    [
      "g: { subnets: [app] }",
      [
        `model/host-settings at ${AT}: auto scaling group "g" has neither instanceType nor launchTemplate (write instanceType, such as t4g.small, or launchTemplate)`,
      ],
    ],
    [
      "g: { subnets: [app], instanceType: t4g.small, minSize: 3 }",
      [
        `model/sizes at ${AT}.maxSize: sizes of auto scaling group "g" do not fit: minSize 3, maxSize 2 (minSize <= maxSize must hold)`,
      ],
    ],
    [
      "g: { subnets: [app], instanceType: t4g.small, desiredCapacity: 5 }",
      [
        `model/sizes at ${AT}.desiredCapacity: sizes of auto scaling group "g" do not fit: minSize 1, desiredCapacity 5, maxSize 2 (minSize <= desiredCapacity <= maxSize must hold)`,
      ],
    ],
    [
      "g: { subnets: [ap], launchTemplate: t }",
      [
        `model/unknown-name at ${AT}.subnets[0]: unknown subnet tier "ap" in ${AT}.subnets[0] (did you mean "app"?)`,
        `model/unknown-name at ${AT}.launchTemplate: unknown launch template "t" in ${AT}.launchTemplate (the blueprint has none)`,
      ],
    ],
  ])("is refused: { %s }", (written, findings) => {
    expect(findingsWith(groups(written))).toEqual(findings);
  });

  it.each([0, 1, 3])("takes every capacity between its sizes: %i", (desiredCapacity) => {
    const body = groups(
      `g: { subnets: [app], instanceType: t4g.small, minSize: 0, maxSize: 3, desiredCapacity: ${desiredCapacity} }`,
    );
    expect(only(networkWith(body).compute.autoScalingGroups).desiredCapacity).toBe(desiredCapacity);
  });
});

describe("host settings beside a launch template", () => {
  const findingsBeside = (settings: string) =>
    findingsWith(`
compute:
  launchTemplates: { t: { instanceType: t4g.small } }
  autoScalingGroups: { g: { launchTemplate: t, subnets: [app], ${settings} } }
`);

  it.each([
    ["instanceType: t4g.small", "instanceType"],
    ["os: debian-12", "os"],
    ["securityGroups: [web]", "securityGroups"],
    ["metadata: { ipv6: false }", "metadata"],
    ["metadata: { httpTokens: optional }", "metadata"],
    ["rootVolume: { sizeGib: 20 }", "rootVolume"],
    ["detailedMonitoring: true", "detailedMonitoring"],
  ])("are refused: %s", (settings, key) => {
    expect(findingsBeside(settings)).toEqual([
      `model/host-settings at ${AT}.${key}: auto scaling group "g" names a launch template and has host settings of its own: ${key} (move them into the launch template, or remove launchTemplate)`,
    ]);
  });

  it("are one finding, however many", () => {
    expect(only(findingsBeside("rootVolume: { type: gp2 }, os: debian-12"))).toContain(
      "its own: os, rootVolume (",
    );
  });

  it("are none where they say nothing new", () => {
    expect(findingsBeside("rootVolume: { encrypted: true }, securityGroups: [], tags: { a: b }")).toEqual([]);
  });

  it("are judged by the schema's own defaults", () => {
    const { definitions } = JSON.parse(
      readFileSync(new URL("../../../src/blueprint/blueprint.schema.json", import.meta.url), "utf8"),
    );
    const defaultsOf = (name: string) =>
      Object.fromEntries(
        Object.entries<{ default?: unknown }>(definitions[name].properties)
          .filter(([, property]) => property.default !== undefined)
          .map(([key, property]) => [key, property.default]),
      );
    const { securityGroups, detailedMonitoring, metadata, rootVolume, ...rest } =
      defaultsOf("autoScalingGroup");
    expect({ securityGroups, detailedMonitoring }).toEqual({ securityGroups: [], detailedMonitoring: false });
    expect([metadata, rootVolume]).toEqual([{}, {}]);
    expect(hostDefaults.metadata).toEqual(defaultsOf("metadataOptions"));
    expect(hostDefaults.rootVolume).toEqual(defaultsOf("rootVolume"));
    // A host setting that gets a default must be added to hostDefaults; these belong to the group itself.
    expect(Object.keys(rest).sort()).toEqual(["healthCheckGracePeriod", "maxSize", "minSize", "tags"]);
  });
});

it("a launch template of the name of a group that describes its hosts is a second claim on it", () => {
  expect(
    findingsWith(`
compute:
  launchTemplates: { g: { instanceType: t4g.small } }
  autoScalingGroups: { g: { instanceType: t4g.small, subnets: [app] } }
`),
  ).toEqual([
    `model/duplicate-template at ${AT}: auto scaling group "g" describes its hosts, and a launch template has its name (rename one of the two, or write launchTemplate: g instead of the host settings)`,
  ]);
});

describe("target groups", () => {
  const withTargets = (settings: string, addressing: string) => `
compute:
  launchTemplates: { t: { instanceType: t4g.small${settings} } }
  autoScalingGroups:
    a: { launchTemplate: t, subnets: [app] }
    b: { launchTemplate: t, subnets: [app] }
    c: { launchTemplate: t, subnets: [app], healthCheckType: EC2 }
targetGroups:
  y: { protocol: HTTP, port: 80, ipAddressType: ${addressing}, targets: { autoScalingGroups: [c, b] } }
  x: { protocol: TCP, port: 80, targets: { autoScalingGroups: [b] } }
`;

  it("are known to the groups they register, and decide on their health", () => {
    const { autoScalingGroups } = networkWith(withTargets("", "ipv4")).compute;
    expect(
      autoScalingGroups.map(({ name, targetGroups, healthCheckType }) => [
        name,
        targetGroups,
        healthCheckType,
      ]),
    ).toEqual([
      ["a", [], "EC2"],
      ["b", ["x", "y"], "ELB"],
      ["c", ["y"], "EC2"],
    ]);
  });

  it.each([
    ["", "ipv6", true],
    ["", "ipv4", false],
    [", enablePrimaryIpv6: false", "ipv6", false],
    [", enablePrimaryIpv6: true", "ipv4", true],
  ])("decide on the primary IPv6 address: {%s} and %s give %s", (settings, addressing, expected) => {
    const { host } = only(networkWith(withTargets(settings, addressing)).compute.launchTemplates);
    expect(host.enablePrimaryIpv6).toBe(expected);
  });
});
