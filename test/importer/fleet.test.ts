import { describe, expect, test } from "vitest";
import type { FoundAutoScalingGroup, FoundLaunchTemplate } from "../../src/importer/types/compute.ts";
import { webTargetGroup } from "../support/found-target-group.ts";
import { instance, inventoryWith, subnet, table, written } from "../support/inventory.ts";

const template = (more: Partial<FoundLaunchTemplate> = {}): FoundLaunchTemplate => ({
  id: "lt-01",
  name: "Web-20240101000000000000000001",
  version: 3,
  instanceType: "t3.small",
  image: "ami-01",
  keyName: null,
  instanceProfile: null,
  detailedMonitoring: false,
  securityGroupIds: ["sg-01"],
  associatePublicIpAddress: null,
  metadata: {
    httpTokens: "optional",
    httpPutResponseHopLimit: 1,
    httpProtocolIpv6: false,
    instanceMetadataTags: false,
    isEnabled: true,
  },
  ...more,
});
const group = (more: Partial<FoundAutoScalingGroup> = {}): FoundAutoScalingGroup => ({
  id: "web-fleet",
  name: "Web Fleet",
  minSize: 1,
  maxSize: 4,
  healthCheckType: "ELB",
  healthCheckGracePeriod: 60,
  subnetIds: ["subnet-02"],
  targetGroupArns: [],
  launchConfiguration: null,
  launchTemplate: { id: "lt-01", name: "Web-20240101000000000000000001", version: "3" },
  hasMixedInstances: false,
  managedBy: null,
  ...more,
});
const GROUP = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/0c";
const targetGroup = webTargetGroup(GROUP, "i-01", "i-99");

describe("an auto scaling group of one launch template", () => {
  test("is taken up with it, and its instances come along", () => {
    const it = written(
      inventoryWith({
        autoScalingGroups: [group({ targetGroupArns: [GROUP] })],
        launchTemplates: [
          template({ keyName: "ops", instanceProfile: "ssm", associatePublicIpAddress: false }),
        ],
        targetGroups: [targetGroup],
        instances: [instance("i-01", "web", { autoScalingGroup: "web-fleet" })],
        addresses: [{ id: "eipalloc-07", name: null, instanceId: "i-01", associationId: null }],
      }),
    );
    expect(it.network.compute.autoScalingGroups).toMatchObject([
      {
        name: "web-fleet",
        launchTemplate: "web",
        subnets: ["private_a"],
        minSize: 1,
        maxSize: 4,
        desiredCapacity: null,
        healthCheckType: "ELB",
        healthCheckGracePeriod: 60,
        targetGroups: ["web"],
      },
    ]);
    expect(it.network.compute.launchTemplates).toMatchObject([
      {
        name: "web",
        asksForAddresses: false,
        asksForImdsIpv6: true,
        host: {
          instanceType: { name: "t3.small" },
          image: { kind: "id", id: "ami-01" },
          securityGroups: ["web"],
          associatePublicIpAddress: false,
          instanceProfile: null,
          metadata: { httpTokens: "optional", httpPutResponseHopLimit: 1 },
        },
      },
    ]);
    expect(it.network.compute.instances).toEqual([]);
    expect(it.imports.get("aws_autoscaling_group.web-fleet")).toBe("web-fleet");
    expect(it.imports.get("aws_launch_template.web")).toBe("lt-01");
    expect(it.text).toContain(
      "# It keeps its key pair ops and instance profile ssm, managed outside this stack.",
    );
    expect(it.unplaced.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      "Elastic IP eipalloc-07",
      "target i-99",
    ]);
  });

  test("whose template says nothing of IMDS goes on saying nothing", () => {
    for (const metadata of [null, { ...template().metadata, httpProtocolIpv6: null }] as const) {
      const launchTemplates = [template({ metadata: metadata as FoundLaunchTemplate["metadata"] })];
      const it = written(inventoryWith({ autoScalingGroups: [group()], launchTemplates }));
      expect(it.network.compute.launchTemplates).toMatchObject([{ asksForImdsIpv6: false }]);
      expect(it.text).toContain("metadata: { ipv6: false }");
    }
  });

  test("whose template names its image by a parameter says so", () => {
    const launchTemplates = [template({ image: "resolve:ssm:/aws/service/ami" })];
    const it = written(inventoryWith({ autoScalingGroups: [group()], launchTemplates }));
    expect(it.text).toContain("ami: { ssmParameter: /aws/service/ami }");
  });

  test("whose hosts answer over IPv6 already begins where they are", () => {
    const metadata = { ...template().metadata, httpProtocolIpv6: true } as FoundLaunchTemplate["metadata"];
    const text = written(
      inventoryWith({ autoScalingGroups: [group()], launchTemplates: [template({ metadata })] }),
    ).text;
    expect(text).toContain("reached: instance-addresses");
  });

  test("splits a tier of which it has a part, unless it is left out", () => {
    const base = inventoryWith();
    const twoZones = {
      subnets: [...base.subnets, subnet("subnet-04", "Private", "b", 3)],
      routeTables: [
        table("rtb-01", ["subnet-01"], [["0.0.0.0/0", "igw-01"]]),
        table("rtb-02", ["subnet-02", "subnet-04"], [["0.0.0.0/0", "nat-01"]]),
      ],
      launchTemplates: [template()],
    };
    const tiersOf = (one: FoundAutoScalingGroup) =>
      written(inventoryWith({ ...twoZones, autoScalingGroups: [one] })).network.tiers.map(({ name }) => name);
    expect(tiersOf(group())).toEqual(["private-a", "private-b", "public"]);
    expect(tiersOf(group({ hasMixedInstances: true }))).toEqual(["private", "public"]);
  });
});

describe("an auto scaling group that a blueprint cannot say is listed with the reason", () => {
  const latest = { id: "lt-01", name: null, version: "$Latest" };
  test.each<[string, Partial<FoundAutoScalingGroup>, Partial<FoundLaunchTemplate>]>([
    ["it has a mixed instances policy, which a blueprint cannot say", { hasMixedInstances: true }, {}],
    ["made by the EKS cluster shop; give its template IPv6 there", { managedBy: "the EKS cluster shop" }, {}],
    ["it has no launch template", { launchTemplate: null }, {}],
    [
      "it has launch configuration old, which cannot give IPv6 addresses: it needs a launch template",
      { launchTemplate: null, launchConfiguration: "old" },
      {},
    ],
    ["its launch template lt-02 was not found", { launchTemplate: { ...latest, id: "lt-02" } }, {}],
    [
      "it uses version $Latest of launch template lt-01, and a blueprint says the newest by its number: 3",
      { launchTemplate: latest },
      {},
    ],
    [
      "it uses version $Default of launch template lt-01, and a blueprint says the newest by its number: 3",
      { launchTemplate: { ...latest, version: null } },
      {},
    ],
    ["its target group arn:other is not taken up", { targetGroupArns: ["arn:other"] }, {}],
    ["it stands in subnets that are left out", { subnetIds: ["subnet-01", "subnet-77"] }, {}],
    ["its security groups were not found: sg-77", {}, { securityGroupIds: ["sg-77"] }],
    ["its launch template lt-01 names no instance type", {}, { instanceType: "" }],
    ["its launch template lt-01 has type m1.small, which has no IPv6", {}, { instanceType: "m1.small" }],
    ["its launch template lt-01 names no image", {}, { image: "" }],
  ])("%s", (detail, ofGroup, ofTemplate) => {
    const it = written(
      inventoryWith({
        autoScalingGroups: [group(ofGroup)],
        launchTemplates: [template(ofTemplate)],
        instances: [instance("i-01", "web", { autoScalingGroup: "web-fleet" })],
      }),
    );
    expect(it.network.compute).toMatchObject({ autoScalingGroups: [], launchTemplates: [], instances: [] });
    expect(it.unplaced).toEqual([
      { kind: "auto scaling group", id: "web-fleet", detail },
      {
        kind: "instance",
        id: "i-01",
        detail: "made by the auto scaling group web-fleet; give its template IPv6 there",
      },
      {
        kind: "launch template",
        id: "lt-01",
        detail: "no auto scaling group that is taken up uses it; it stays as it is",
      },
    ]);
  });
});
