import { isIP } from "node:net";
import { describe, expect, test } from "vitest";
import {
  allowedLengths,
  formatLengths,
  isAllowedLength,
  nearestLength,
  subnetIpv4Lengths,
  subnetIpv6Lengths,
  vpcIpv4Lengths,
  vpcIpv6Lengths,
} from "../../src/aws/address-sizes.ts";
import { DEFAULT_FLOW_LOG_FIELDS, FLOW_LOG_FIELDS, isFlowLogField } from "../../src/aws/flow-log-fields.ts";
import { operatingSystem, operatingSystems } from "../../src/aws/images.ts";
import { loadBalancerTypes, targetGroupProtocolsFor } from "../../src/aws/load-balancing.ts";
import { prefixListWeight } from "../../src/aws/prefix-list-weights.ts";
import { knownRegions, regionsOfNewerProviders } from "../../src/aws/regions.ts";
import * as wellKnown from "../../src/aws/well-known-prefixes.ts";
import { isCanonical } from "../../src/base/prefix.ts";

describe("address sizes", () => {
  test.each([
    ["vpcIpv4Lengths", vpcIpv4Lengths, [16, 17, 28], [15, 29]],
    ["vpcIpv6Lengths", vpcIpv6Lengths, [44, 48, 52, 56, 60], [40, 45, 64]],
    ["subnetIpv4Lengths", subnetIpv4Lengths, [16, 28], [15, 29]],
    ["subnetIpv6Lengths", subnetIpv6Lengths, [44, 48, 52, 56, 60, 64], [63, 80, 40]],
  ] as const)("%s", (_, lengths, allowed, refused) => {
    for (const length of allowed) expect(isAllowedLength(length, lengths), `/${length}`).toBe(true);
    for (const length of refused) expect(isAllowedLength(length, lengths), `/${length}`).toBe(false);
  });

  test("the allowed lengths are those that are allowed", () => {
    expect(allowedLengths(subnetIpv6Lengths)).toEqual([44, 48, 52, 56, 60, 64]);
    expect(allowedLengths(vpcIpv4Lengths)).toHaveLength(13);
  });
});

describe("regions", () => {
  test("are each in one list, once", () => {
    const all = [...knownRegions, ...regionsOfNewerProviders];
    expect(new Set(all).size).toBe(all.length);
    expect(knownRegions).toContain("eusc-de-east-1");
    expect(knownRegions).not.toContain("ap-southeast-6");
  });
});

describe("weights of AWS's prefix lists", () => {
  test.each([
    ["com.amazonaws.global.cloudfront.origin-facing", 55],
    ["com.amazonaws.global.ipv6.cloudfront.origin-facing", 55],
    ["com.amazonaws.eu-west-1.ipv6.route53-healthchecks", 25],
    ["com.amazonaws.eu-west-1.vpc-lattice", 10],
    ["com.amazonaws.eu-west-1.s3express", 6],
    ["com.amazonaws.global.groundstation", 5],
    ["com.amazonaws.eu-west-1.ipv6.ec2-instance-connect", 2],
    ["com.amazonaws.eu-west-1.ec2-instance-connect", 2],
    ["com.amazonaws.eu-west-1.s3", 1],
    ["com.amazonaws.eu-west-1.dynamodb", 1],
    ["com.amazonaws.eu-west-1.new-service", null],
    ["our-office", null],
  ])("%s counts as %s rules", (name, weight) => {
    expect(prefixListWeight(name)).toBe(weight);
  });
});

describe("lengths in words", () => {
  test("name the ends, and the step where there is one", () => {
    expect(formatLengths(vpcIpv4Lengths)).toBe("/16 to /28");
    expect(formatLengths(subnetIpv6Lengths)).toBe("/44 to /64 in steps of 4");
  });

  test.each([
    [8, 16],
    [20, 20],
    [30, 28],
  ])("/%i is nearest to /%i in IPv4", (asked, nearest) => {
    expect(nearestLength(vpcIpv4Lengths, asked)).toBe(nearest);
  });

  test.each([
    [40, 44],
    [57, 56],
    [58, 60],
    [59, 60],
    [64, 60],
  ])("/%i is nearest to /%i in IPv6", (asked, nearest) => {
    expect(nearestLength(vpcIpv6Lengths, asked)).toBe(nearest);
  });
});

describe("well-known prefixes", () => {
  test.each(Object.entries(wellKnown))("%s is canonical", (_, text) => {
    expect(isCanonical(text) || isCanonical(`${text}/${isIP(text) === 6 ? 128 : 32}`)).toBe(true);
  });
});

describe("operating systems", () => {
  test("have unique names and unique public parameters", () => {
    const parameters = operatingSystems
      .flatMap((system) => Object.values(system.ssmParameter))
      .filter((name) => name !== null);
    expect(new Set(operatingSystems.map((system) => system.name)).size).toBe(operatingSystems.length);
    expect(new Set(parameters).size).toBe(parameters.length);
    for (const name of parameters) expect(name).toMatch(/^\/aws\/service\/[\w./-]+$/);
  });

  test("each parameter is that of its architecture", () => {
    for (const { ssmParameter } of operatingSystems) {
      expect(ssmParameter.x86_64 ?? "").not.toMatch(/arm64/);
      if (ssmParameter.arm64 !== null) expect(ssmParameter.arm64).toMatch(/arm64/);
    }
  });

  test("have a parameter, but for those of Red Hat", () => {
    const none = operatingSystems.filter(({ ssmParameter }) => ssmParameter.x86_64 === null);
    expect(none.map(({ name }) => name)).toEqual(["rhel-10", "rhel-9"]);
  });

  test("are found by name", () => {
    expect(operatingSystem("windows-server-2025")?.ssmParameter.arm64).toBeNull();
    expect(operatingSystem("amazon-linux-2023")?.rootDeviceName).toBe("/dev/xvda");
    expect(operatingSystem("solaris")).toBeNull();
  });
});

describe("flow log fields", () => {
  test("are unique: 42 up to version 10", () => {
    expect(FLOW_LOG_FIELDS.filter((field) => field.version <= 10)).toHaveLength(42);
    expect(new Set(FLOW_LOG_FIELDS.map((field) => field.name)).size).toBe(FLOW_LOG_FIELDS.length);
  });

  test("the default begins with AWS's own, knows IPv6, and names only fields there are", () => {
    expect(DEFAULT_FLOW_LOG_FIELDS.slice(0, 14).join(" ")).toBe(
      "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status",
    );
    expect(DEFAULT_FLOW_LOG_FIELDS).toEqual(expect.arrayContaining(["type", "pkt-srcaddr", "pkt-dstaddr"]));
    expect(DEFAULT_FLOW_LOG_FIELDS.filter((name) => !isFlowLogField(name))).toEqual([]);
    expect(new Set(DEFAULT_FLOW_LOG_FIELDS).size).toBe(DEFAULT_FLOW_LOG_FIELDS.length);
    expect(isFlowLogField("pkt-src")).toBe(false);
  });
});

describe("load balancer types", () => {
  test.each(Object.entries(loadBalancerTypes))(
    "a listener of the type %s forwards to target groups of that type",
    (_, type) => {
      for (const protocol of type.listenerProtocols) {
        expect(targetGroupProtocolsFor(protocol)).toContain(protocol);
        expect(type.targetGroupProtocols).toEqual(
          expect.arrayContaining([...targetGroupProtocolsFor(protocol)]),
        );
      }
    },
  );

  test("dualstack-without-public-ipv4 is for application load balancers", () => {
    expect(loadBalancerTypes.application.ipAddressTypes).toContain("dualstack-without-public-ipv4");
    expect(loadBalancerTypes.network.ipAddressTypes).not.toContain("dualstack-without-public-ipv4");
    expect(targetGroupProtocolsFor("GENEVE")).toEqual([]);
  });
});
