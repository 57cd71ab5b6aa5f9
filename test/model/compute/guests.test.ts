import { describe, expect, it } from "vitest";
import { findingsWith, hostOf } from "../hosts-blueprint.ts";

const AT = "compute.launchTemplates.t";

describe("a guest", () => {
  it("is told nothing by default", () => {
    expect(hostOf("instanceType: t4g.small, guest: {}")).toMatchObject({
      userData: null,
      writtenUserData: null,
      guest: {
        path: ["compute", "launchTemplates", "t", "guest"],
        platform: "linux",
        awsDualStackEndpoints: false,
        imdsIpv6: false,
        timeServerIpv6: false,
        dockerRegistryMirror: null,
        packageMirror: null,
        yumHttps: true,
        legacyDhcpv6: null,
        format: "script",
      },
    });
  });

  it("leaves the user data to the author without guest", () => {
    const host = hostOf('instanceType: t4g.small, userData: "#cloud-config\\n"');
    expect(host).toMatchObject({
      guest: null,
      userData: "#cloud-config\n",
      writtenUserData: "#cloud-config\n",
    });
  });

  it("puts what it says before the author's own, and keeps the latter apart", () => {
    const host = hostOf(
      'instanceType: t4g.small, userData: "#!/bin/sh\\necho mine\\n", guest: { awsDualStackEndpoints: true }',
    );
    expect(host.writtenUserData).toBe("#!/bin/sh\necho mine\n");
    expect(host.userData).toMatch(
      /^#!\/bin\/sh\n# ---.*\nexport AWS_USE_DUALSTACK_ENDPOINT.*\necho mine\n$/s,
    );
    expect(host.userData).toContain("dkr-ecr.eu-west-1.on.aws");
  });

  it.each([
    ["", "linux"],
    [", os: ubuntu-24.04", "linux"],
    [", instanceType: t3.large, os: windows-server-2022", "windows"],
    [", ami: { id: ami-01 }", "linux"],
    [", ami: { id: ami-01 }, os: ubuntu-24.04", "linux"],
    [", ami: { id: ami-01 }, guest: { legacyDhcpv6: { windowsServer2008: {} } }", "windows"],
    [", ami: { id: ami-01 }, guest: { legacyDhcpv6: { rhel6: {} } }", "linux"],
    [", guest: { legacyDhcpv6: { windowsServer2008: {} } }", "linux"],
    [', ami: { id: ami-01 }, userData: "<powershell>\\nx\\n</powershell>"', "windows"],
    [', ami: { id: ami-01 }, userData: "<script>\\nx\\n</script>"', "windows"],
    [', ami: { id: ami-01 }, userData: "#!/bin/sh\\ncat <script>x"', "linux"],
  ])("of {%s} is %s", (settings, platform) => {
    const type = settings.includes("instanceType") ? "" : "instanceType: t4g.small";
    const guest = settings.includes("guest") ? "" : ", guest: {}";
    expect(hostOf(`${type}${settings}${guest}`.replace(/^, /, "")).guest?.platform).toBe(platform);
  });

  it.each(["amazonLinuxBefore201609", "ubuntu14", "ubuntu16", "rhel6", "rhel7Before74", "rhel7From74"])(
    "with an old image has its recipe: %s",
    (image) => {
      const settings = `instanceType: t2.small, ami: { id: ami-01 }, guest: { legacyDhcpv6: { ${image}: {} } }`;
      const host = hostOf(settings);
      expect(host.guest?.legacyDhcpv6).toBe(image);
      expect(host.userData).toContain("hextet_interface");
    },
  );

  it("reports user data that cannot follow it where that is written", () => {
    const template = (userData: string, guest: string) =>
      findingsWith(`
compute:
  launchTemplates:
    t: { instanceType: t4g.small, userData: "${userData}", guest: { ${guest} } }
`);
    expect(template("#cloud-config\\n", "imdsIpv6: true")).toEqual([
      `model/guest-user-data at ${AT}.userData: userData is no shell script: what guest says cannot go before it (begin it with #!/bin/bash, or write guest.format: cloud-init)`,
    ]);
    expect(template("#cloud-config\\n", "imdsIpv6: true, format: cloud-init")).toEqual([]);
    expect(template("#cloud-config\\n", "")).toEqual([]);
  });

  it("is a host setting that a launch template is to have instead of its group", () => {
    const body = `
compute:
  launchTemplates: { t: { instanceType: t4g.small } }
  autoScalingGroups: { g: { launchTemplate: t, subnets: [app], guest: {} } }
`;
    expect(findingsWith(body)).toEqual([expect.stringContaining("has host settings of its own: guest")]);
  });
});
