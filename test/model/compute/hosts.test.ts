import { describe, expect, it } from "vitest";
import { findingsWith, hostOf, networkWith, only } from "../hosts-blueprint.ts";

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
      isArchitectureAssumed: false,
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
      writtenUserData: null,
      guest: null,
      ipv6AddressCount: null,
      enablePrimaryIpv6: false,
      associatePublicIpAddress: null,
      rootVolume: { deviceName: "/dev/xvda", sizeGib: null, type: "gp3", iops: null, encrypted: true },
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
