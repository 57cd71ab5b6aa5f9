import { describe, expect, it } from "vitest";
import { findingsWith, networkWith, only } from "../hosts-blueprint.ts";

const AT = "compute.instances.i";

function instance(settings: string): string {
  return `compute: { instances: { i: { instanceType: t4g.small, ${settings} } } }`;
}

describe("an instance", () => {
  it("stands in the first zone unless told", () => {
    const made = only(networkWith(instance("subnet: app")).compute.instances);
    expect(made).toMatchObject({
      name: "i",
      path: ["compute", "instances", "i"],
      displayName: "shop-i",
      tier: "app",
      subnet: "app_a",
      ipv6Addresses: [],
      privateIp: null,
      sourceDestCheck: true,
    });
    expect(made.host.path).toEqual(made.path);
    expect(made.host.metadata.ipv6).toBe(true);
    expect(only(networkWith(instance("subnet: legacy, zone: b")).compute.instances)).toMatchObject({
      subnet: "legacy_b",
      host: { metadata: { ipv6: false } },
    });
  });

  it("keeps its fixed addresses in the author's order", () => {
    const { ipv6Addresses, privateIp } = only(
      networkWith(
        instance(`subnet: app, privateIp: 10.20.4.9, ipv6Addresses: ["::1:5", "::4", "2001:db8::4"]`),
      ).compute.instances,
    );
    expect(privateIp).toBe("10.20.4.9");
    expect(ipv6Addresses).toEqual([
      {
        path: ["compute", "instances", "i", "ipv6Addresses", 0],
        text: "::1:5",
        address: 0x1_0005n,
        relative: true,
      },
      { path: ["compute", "instances", "i", "ipv6Addresses", 1], text: "::4", address: 4n, relative: true },
      {
        path: ["compute", "instances", "i", "ipv6Addresses", 2],
        text: "2001:db8::4",
        address: 0x2001_0db8_0000_0000_0000_0000_0000_0004n,
        relative: false,
      },
    ]);
  });

  it("takes the whole host part as relative, and not a bit more", () => {
    const { ipv6Addresses } = only(
      networkWith(instance(`subnet: app, ipv6Addresses: ["::ffff:ffff:ffff:ffff", "0:0:0:1::"]`)).compute
        .instances,
    );
    expect(ipv6Addresses.map(({ relative }) => relative)).toEqual([true, false]);
  });

  it.each([
    [
      "subnet: app, zone: c",
      `model/unknown-zone at ${AT}.zone: zone "c" is none of those of subnet tier "app" (known: a, b)`,
    ],
    [
      "subnet: aps",
      `model/unknown-name at ${AT}.subnet: unknown subnet tier "aps" in ${AT}.subnet (did you mean "app"?)`,
    ],
    [
      `subnet: app, ipv6Addresses: ["::4", "::4/64"]`,
      `model/invalid-address at ${AT}.ipv6Addresses[1]: "::4/64" is no IPv6 address (write it such as "::4" or "2001:db8::4")`,
    ],
    [
      `subnet: app, ipv6Addresses: [10.20.4.9]`,
      `model/invalid-address at ${AT}.ipv6Addresses[0]: "10.20.4.9" is no IPv6 address (write it such as "::4" or "2001:db8::4")`,
    ],
    [
      `subnet: app, privateIp: "::4"`,
      `model/invalid-address at ${AT}.privateIp: "::4" is no IPv4 address (write it such as "10.20.0.4")`,
    ],
  ])("is refused: { %s }", (settings, finding) => {
    expect(findingsWith(instance(settings))).toEqual([finding]);
  });

  it.each([
    ["ipv6, targets: { instances: [i] }", true],
    ["ipv6, targets: { instanceAddresses: [i] }", false],
    ["ipv4, targets: { instances: [i] }", false],
  ])(
    "has a primary IPv6 address where an IPv6 target group registers it by instance: %s",
    (group, expected) => {
      const body = `${instance("subnet: app")}\ntargetGroups: { t: { protocol: TCP, port: 80, ipAddressType: ${group} } }`;
      expect(only(networkWith(body).compute.instances).host.enablePrimaryIpv6).toBe(expected);
    },
  );
});
