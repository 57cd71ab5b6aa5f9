import { describe, expect, test } from "vitest";
import { knownCidr } from "../../src/model/addressing/cidr.ts";
import {
  assignsIpv6,
  tierOf,
  tiersOf,
  zonesOfSubnets,
  zonesOfTiers,
  zonesTakenTwice,
} from "../../src/model/lookup.ts";
import { networkFrom } from "../support/network.ts";

const network = () =>
  networkFrom(`
apiVersion: hextet/v1
name: shop
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a, b, c]
  subnets:
    late: { addressing: dual-stack, availabilityZones: [c], slot: 0 }
    middle: { addressing: dual-stack, availabilityZones: [a, b], slot: 1 }
    legacy: { addressing: ipv4-only, availabilityZones: [a], slot: 2 }
    native: { addressing: ipv6-only, availabilityZones: [a], slot: 3 }
    quiet: { addressing: dual-stack, availabilityZones: [a], assignIpv6AddressOnCreation: false, slot: 4 }
`);

describe("tiers and zones by name", () => {
  test("the tier of a name; none of another name", () => {
    expect(tierOf(network(), "late").name).toBe("late");
    expect(() => tierOf(network(), "lat")).toThrow("no tier lat");
  });

  test("the zones of subnets are sorted, each once", () => {
    const ids = ["late_c", "middle_b", "middle_a", "legacy_a", "elsewhere"];
    expect(zonesOfSubnets(network(), ids)).toEqual(["a", "b", "c"]);
    expect(zonesTakenTwice(network(), ids)).toEqual(["a"]);
  });

  test("the zones of tiers are sorted, each once", () => {
    expect(zonesOfTiers(tiersOf(network(), ["late", "middle", "legacy"]))).toEqual(["a", "b", "c"]);
  });
});

test.each([
  ["legacy", null, false],
  ["legacy", 1, false],
  ["native", 0, true],
  ["native", null, true],
  ["middle", null, true],
  ["middle", 0, false],
  ["middle", 1, true],
  ["quiet", null, false],
  ["quiet", 2, true],
])("a host of tier %s that asks for %j addresses gets IPv6: %s", (tier, requested, expected) => {
  expect(assignsIpv6(requested, tierOf(network(), tier))).toBe(expected);
});

test("a block that Hextet names is one", () => {
  expect(knownCidr("64:ff9b::/96").prefix.length).toBe(96);
  expect(() => knownCidr("64:ff9b::/129")).toThrow("64:ff9b::/129 is no prefix");
});
