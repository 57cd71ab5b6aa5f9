import { describe, expect, it } from "vitest";
import { imageParameterId } from "../../src/model/images.ts";
import type { Host } from "../../src/model/types/compute.ts";
import { findingsWith, networkWith, only } from "./hosts-blueprint.ts";

/** The host of the launch template with these settings, which a group places in the tiers. */
function hostOf(settings: string, tiers = "app"): Host {
  const body = `
compute:
  launchTemplates: { t: { ${settings} } }
  autoScalingGroups: { g: { launchTemplate: t, subnets: [${tiers}] } }
`;
  return only(networkWith(body).compute.launchTemplates).host;
}

function findingsOf(settings: string): readonly string[] {
  return findingsWith(`compute: { launchTemplates: { t: { ${settings} } } }`);
}

const AT = "compute.launchTemplates.t";

describe("a host", () => {
  it("has every default", () => {
    expect(hostOf("instanceType: t4g.small")).toEqual({
      path: ["compute", "launchTemplates", "t"],
      instanceType: { name: "t4g.small", ipv6: "yes", hypervisor: "nitro", maxIpv6Addresses: 4 },
      os: "amazon-linux-2023",
      image: {
        kind: "ssm-parameter",
        parameter: "amazon-linux-2023_arm64",
        name: "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64",
      },
      metadata: {
        ipv6: true,
        ipv6IsExplicit: false,
        httpTokens: "required",
        httpPutResponseHopLimit: 2,
        instanceMetadataTags: false,
      },
      keyPair: null,
      instanceProfile: null,
      securityGroups: [],
      userData: null,
      ipv6AddressCount: null,
      enablePrimaryIpv6: false,
      associatePublicIpAddress: null,
      rootVolume: { deviceName: "/dev/xvda", sizeGib: null, type: "gp3", encrypted: true },
      detailedMonitoring: false,
      tags: {},
    });
  });

  it("refers to what the blueprint has, and reports the rest where it is written", () => {
    const body = `
compute:
  keyPairs: { ops: { publicKey: "ssh-ed25519 AAAA ops" } }
  instanceProfiles: { ssm: {} }
  launchTemplates:
    t: { instanceType: t4g.small, securityGroups: [web, adnim, admin], keyPair: opz, instanceProfile: ssm }
`;
    expect(findingsWith(body)).toEqual([
      `model/unknown-name at ${AT}.keyPair: unknown key pair "opz" in ${AT}.keyPair (did you mean "ops"?)`,
      `model/unknown-name at ${AT}.securityGroups[1]: unknown security group "adnim" in ${AT}.securityGroups[1] (did you mean "admin"?)`,
    ]);
    const { host } = only(
      networkWith(body.replace("adnim, ", "").replace("opz", "ops")).compute.launchTemplates,
    );
    expect([host.securityGroups, host.keyPair, host.instanceProfile]).toEqual([
      ["admin", "web"],
      "ops",
      "ssm",
    ]);
  });
});

describe("the image", () => {
  it.each([
    ["instanceType: t3.small", "amazon-linux-2023", "amazon-linux-2023_x86_64", "/dev/xvda"],
    ["instanceType: t4g.small, os: ubuntu-24.04", "ubuntu-24.04", "ubuntu-24--04_arm64", "/dev/sda1"],
    [
      "instanceType: z99.small, architecture: arm64",
      "amazon-linux-2023",
      "amazon-linux-2023_arm64",
      "/dev/xvda",
    ],
    [
      "instanceType: z99.small, ami: { ssmParameter: /golden/web }",
      null,
      "parameter_golden_web",
      "/dev/xvda",
    ],
    [
      "instanceType: t3.small, os: windows-server-2022, ami: { ssmParameter: /golden/web }",
      "windows-server-2022",
      "parameter_golden_web",
      "/dev/sda1",
    ],
  ])("of { %s } is read from a parameter", (settings, os, parameter, deviceName) => {
    const host = hostOf(settings);
    expect([host.os, host.image, host.rootVolume.deviceName]).toEqual([
      os,
      expect.objectContaining({ kind: "ssm-parameter", parameter }),
      deviceName,
    ]);
  });

  it("is the author's AMI, whatever the instance type", () => {
    const host = hostOf("instanceType: z99.small, ami: { id: ami-0abc }");
    expect([host.os, host.image]).toEqual([null, { kind: "id", id: "ami-0abc" }]);
  });

  it.each([
    [
      "instanceType: t4g.small, os: amazon-linux-2032",
      `model/unknown-os at ${AT}.os: unknown os "amazon-linux-2032" (did you mean "amazon-linux-2023"?)`,
    ],
    [
      "instanceType: t4gg.small",
      `model/architecture at ${AT}.instanceType: the architecture of instance type "t4gg.small" is not known (write architecture: arm64 or architecture: x86_64, or did you mean "t4g.small"?)`,
    ],
    [
      "instanceType: quantum.huge",
      `model/architecture at ${AT}.instanceType: the architecture of instance type "quantum.huge" is not known (write architecture: arm64 or architecture: x86_64)`,
    ],
    [
      "instanceType: t4g.small, architecture: x86_64",
      `model/architecture at ${AT}.architecture: instance type t4g.small is arm64, not x86_64 (write arm64, or leave architecture out)`,
    ],
    [
      "instanceType: t4g.small, os: windows-server-2022",
      `model/architecture at ${AT}.os: windows-server-2022 has no arm64 image (choose an instance type of another architecture, or another os)`,
    ],
  ])("of { %s } cannot be told", (settings, finding) => {
    expect(findingsOf(settings)).toEqual([finding]);
  });

  it("names all operating systems when none is near", () => {
    expect(only(findingsOf("instanceType: t4g.small, os: plan9"))).toContain("known: amazon-linux-2023, ");
  });

  it("is read once, however many hosts boot it", () => {
    const { imageParameters } = networkWith(`
compute:
  launchTemplates:
    a: { instanceType: t4g.small }
    b: { instanceType: m7g.large, ami: { ssmParameter: /aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64 } }
  autoScalingGroups: { c: { instanceType: c7g.large, subnets: [app] } }
  instances: { d: { instanceType: t3.small, subnet: app } }
`).compute;
    expect(imageParameters).toEqual([
      {
        id: "amazon-linux-2023_arm64",
        name: "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64",
      },
      {
        id: "amazon-linux-2023_x86_64",
        name: "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64",
      },
    ]);
  });
});

describe("the id of an image parameter", () => {
  it.each([
    ["/golden/web", "parameter_golden_web"],
    ["/golden/web-22.04", "parameter_golden_web-22--04"],
    ["golden", "parametergolden"],
  ])("tells %s", (name, id) => {
    expect(imageParameterId(name)).toBe(id);
  });

  it("differs for names that would be written alike", () => {
    const names = ["/a/b", "/a_b", "/A/b", "/a.b", "/a--b", "/a-b", "a/b", "/amazon-linux-2023/arm64"];
    const ids = names.map(imageParameterId);
    expect(new Set(ids).size).toBe(names.length);
    expect(ids.filter((id) => !/^[a-z][a-z0-9_-]*$/.test(id))).toEqual([]);
  });
});

describe("IMDS over IPv6", () => {
  it.each([
    ["instanceType: t4g.small", "app, native", true, false],
    ["instanceType: t4g.small", "app, legacy", false, false],
    ["instanceType: m4.large", "app", false, false],
    ["instanceType: z99.small, architecture: arm64", "app", false, false],
    ["instanceType: m4.large, metadata: { ipv6: true }", "legacy", true, true],
    ["instanceType: t4g.small, metadata: { ipv6: false }", "native", false, true],
  ])("of { %s } in [%s] is %s, written: %s", (settings, tiers, ipv6, ipv6IsExplicit) => {
    expect(hostOf(settings, tiers).metadata).toMatchObject({ ipv6, ipv6IsExplicit });
  });

  it("stays off in a launch template that no group uses", () => {
    const { launchTemplates } = networkWith(
      "compute: { launchTemplates: { t: { instanceType: t4g.small } } }",
    ).compute;
    expect(launchTemplates).toMatchObject([{ tiers: [], host: { metadata: { ipv6: false } } }]);
  });
});

describe("key pairs and instance profiles", () => {
  it("are named after the stack", () => {
    const { keyPairs, instanceProfiles } = networkWith(`
compute:
  keyPairs: { ops: { publicKey: "ssh-ed25519 AAAA ops\\n" } }
  instanceProfiles:
    ssm: { managedPolicies: [CloudWatchAgentServerPolicy, AmazonSSMManagedInstanceCore, 'arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy'] }
`).compute;
    expect(keyPairs).toEqual([
      {
        name: "ops",
        path: ["compute", "keyPairs", "ops"],
        displayName: "shop-ops",
        publicKey: "ssh-ed25519 AAAA ops",
        tags: {},
      },
    ]);
    expect(instanceProfiles).toEqual([
      {
        name: "ssm",
        path: ["compute", "instanceProfiles", "ssm"],
        displayName: "shop-ssm",
        policies: [
          {
            id: "ssm_amazon-ssm-managed-instance-core",
            arn: "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
          },
          {
            id: "ssm_cloud-watch-agent-server-policy",
            arn: "arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy",
          },
        ],
        tags: {},
      },
    ]);
  });

  it("tell policies of one name apart", () => {
    const own = "arn:aws:iam::123456789012:policy/team/AmazonS3ReadOnlyAccess";
    const { instanceProfiles } = networkWith(
      `compute: { instanceProfiles: { p: { managedPolicies: [AmazonS3ReadOnlyAccess, "${own}"] } } }`,
    ).compute;
    const { policies } = only(instanceProfiles);
    expect(policies.map(({ arn }) => arn).sort()).toEqual([
      own,
      "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess",
    ]);
    expect(new Set(policies.map(({ id }) => id)).size).toBe(2);
    for (const { id } of policies) expect(id).toMatch(/^p_amazon-s3-read-only-access-[0-9a-f]{6}$/);
  });
});
