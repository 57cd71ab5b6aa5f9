import { describe, expect, it } from "vitest";
import { imageParameterId } from "../../../src/model/compute/images.ts";
import { findingsWith, hostOf, networkWith, only } from "../hosts-blueprint.ts";

function findingsOf(settings: string): readonly string[] {
  return findingsWith(`compute: { launchTemplates: { t: { ${settings} } } }`);
}

const AT = "compute.launchTemplates.t";

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

  it("is the author's AMI where the os has no parameter, with the root device of the os", () => {
    const host = hostOf("instanceType: t4g.small, os: rhel-10, ami: { id: ami-0abc }");
    expect([host.os, host.image, host.rootVolume.deviceName]).toEqual([
      "rhel-10",
      { kind: "id", id: "ami-0abc" },
      "/dev/sda1",
    ]);
  });

  it("is the author's AMI, whatever the instance type", () => {
    const host = hostOf("instanceType: z99.small, ami: { id: ami-0abc }");
    expect([host.os, host.image]).toEqual([null, { kind: "id", id: "ami-0abc" }]);
  });

  it.each([
    ["m99g.large", "amazon-linux-2023_arm64", false],
    ["c99gd.24xlarge", "amazon-linux-2023_arm64", false],
    ["r99idn.large", "amazon-linux-2023_x86_64", false],
    ["m99a.large", "amazon-linux-2023_x86_64", false],
    ["g99.xlarge", "amazon-linux-2023_x86_64", true],
    ["p6e-gb200.36xlarge", "amazon-linux-2023_x86_64", true],
    ["quantum.huge", "amazon-linux-2023_x86_64", true],
  ])(
    "of %s, which the table does not know, follows from the name",
    (type, parameter, isArchitectureAssumed) => {
      expect(hostOf(`instanceType: ${type}`)).toMatchObject({ image: { parameter }, isArchitectureAssumed });
    },
  );

  it("of a type that the table does not know is the author's architecture", () => {
    expect(hostOf("instanceType: g99.xlarge, architecture: arm64")).toMatchObject({
      image: { parameter: "amazon-linux-2023_arm64" },
      isArchitectureAssumed: false,
    });
  });

  it.each([
    [
      "instanceType: t4g.small, os: amazon-linux-2032",
      `model/unknown-os at ${AT}.os: unknown os "amazon-linux-2032" (did you mean "amazon-linux-2023"?)`,
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
