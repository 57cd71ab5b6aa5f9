import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { overlaps, type Prefix, subPrefix } from "../../../src/base/prefix.ts";
import { automaticSlot, countSlots } from "../../../src/model/addressing/address-plan.ts";
import type { Network } from "../../../src/model/types/network.ts";
import type { Subnet } from "../../../src/model/types/subnets.ts";
import { networkFrom, tryNetworkFrom } from "../../support/network.ts";

const names = fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9-]{0,8}[a-z0-9]$/), {
  minLength: 1,
  maxLength: 12,
});

function blueprint(tiers: readonly string[], vpc = "10.0.0.0/16"): string {
  const lines = tiers.map((tier, slot) => `    ${tier}: { addressing: dual-stack, slot: ${slot} }`);
  return [
    "apiVersion: hextet/v1",
    "name: plan",
    "region: eu-west-1",
    "network:",
    `  vpc: { ipv4Cidr: ${vpc} }`,
    "  availabilityZones: [a, b, c]",
    "  subnets:",
    ...lines,
  ].join("\n");
}

function subnetsOf(network: Network): readonly Subnet[] {
  return network.tiers.flatMap((tier) => tier.subnets);
}

/** The subnet's IPv6 block, were the VPC's block to be this one. */
function ipv6Of(subnet: Subnet, vpc: Prefix): Prefix {
  if (subnet.ipv6 === null) throw new Error(`${subnet.id} has no IPv6`);
  return subPrefix(vpc, subnet.ipv6.newBits, subnet.ipv6.number);
}

const VPC_BLOCK: Prefix = { family: "ipv6", address: 0x2001_0db8_0000_ff00n << 64n, length: 56 };

describe("the address plan", () => {
  it("gives every subnet its own /64 and its own IPv4 block, all inside the VPC", () => {
    fc.assert(
      fc.property(names, (tiers) => {
        const subnets = subnetsOf(networkFrom(blueprint(tiers)));
        expect(subnets).toHaveLength(tiers.length * 3);
        const ipv6 = subnets.map((subnet) => ipv6Of(subnet, VPC_BLOCK));
        const ipv4 = subnets
          .map((subnet) => subnet.ipv4?.cidr?.prefix)
          .filter((prefix) => prefix !== undefined);
        for (const blocks of [ipv6, ipv4]) {
          expect(blocks).toHaveLength(subnets.length);
          for (const [i, a] of blocks.entries()) {
            for (const b of blocks.slice(i + 1)) expect(overlaps(a, b)).toBe(false);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it("moves no subnet when a tier is added, renames none, and does not look at the order of keys", () => {
    fc.assert(
      fc.property(names, fc.nat(), (tiers, position) => {
        const rows = tiers.map((tier, slot) => `    ${tier}: { addressing: dual-stack, slot: ${slot} }`);
        const head = blueprint([]);
        const before = networkFrom([head, ...rows].join("\n"));
        const more = [...rows];
        more.splice(position % (rows.length + 1), 0, "    zz-added: { addressing: ipv6-only, slot: 15 }");
        const after = networkFrom([head, ...more.reverse()].join("\n"));
        const byId = new Map(subnetsOf(after).map((subnet) => [subnet.id, subnet]));
        for (const subnet of subnetsOf(before)) expect(byId.get(subnet.id)).toEqual(subnet);
      }),
      { numRuns: 25 },
    );
  });

  it("shows the tier and the zone as the last two hexadecimal digits of a /56", () => {
    const [tier] = networkFrom(blueprint(["app"])).tiers;
    expect(tier?.subnets.map((subnet) => [subnet.id, subnet.ipv6?.number, subnet.ipv4?.cidr?.text])).toEqual([
      ["app_a", 0x00, "10.0.0.0/24"],
      ["app_b", 0x01, "10.0.1.0/24"],
      ["app_c", 0x02, "10.0.2.0/24"],
    ]);
    const network = networkFrom(blueprint(["one", "two", "three"]));
    const two = network.tiers.find((candidate) => candidate.name === "two");
    expect(two?.subnets.map((subnet) => subnet.ipv6?.number)).toEqual([0x10, 0x11, 0x12]);
  });

  it("derives a slot from the tier's name alone", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.integer({ min: 1, max: 4096 }), (name, count) => {
        const slot = automaticSlot(name, count);
        expect(slot).toBe(automaticSlot(name, count));
        expect(slot).toBeGreaterThanOrEqual(0);
        expect(slot).toBeLessThan(count);
      }),
    );
    const automatic = (tiers: readonly string[]) =>
      networkFrom(blueprint(tiers).replaceAll(/, slot: \d+/g, "")).tiers.map(({ name, slot }) => [
        name,
        slot,
      ]);
    const alone = automatic(["app"]);
    expect(automatic(["app", "data"])).toContainEqual(alone[0]);
  });

  it.each([
    ["10.0.0.0/16", 24, 16, 16],
    ["10.0.0.0/19", 27, 16, 16],
    ["10.0.0.0/20", 26, 8, 8],
    ["10.0.0.0/21", 26, 4, 8],
    ["10.0.0.0/22", 26, 4, 4],
    ["10.0.0.0/23", 27, 4, 4],
    ["10.0.0.0/24", 27, 2, 4],
    ["10.0.0.0/26", 28, 2, 2],
  ])("cuts %s into /%i with %i zones a tier, %i tiers", (vpc, length, zonesPerTier, slots) => {
    const network = networkFrom(blueprint(["app"], vpc).replace("[a, b, c]", "[a, b]"));
    expect(network.plan).toMatchObject({ ipv4PrefixLength: length, ipv6PrefixLength: 64, zonesPerTier });
    expect(network.tiers[0]?.slotCount).toBe(slots);
  });

  it("counts no slot where nothing fits", () => {
    expect(countSlots("ipv4", 16, 33, 2)).toBe(0);
    expect(countSlots("ipv6", 64, 56, 2)).toBe(0);
    expect(countSlots("ipv6", 56, 64, 16)).toBe(16);
    expect(countSlots("ipv6", 44, 64, 16)).toBe(65536);
  });

  it("refuses a zone that the plan has no room for", () => {
    const { network, diagnostics } = tryNetworkFrom(blueprint(["app"], "10.0.0.0/26"));
    expect(network).toBeNull();
    expect(diagnostics.map(({ rule, at }) => [rule, at])).toEqual([
      ["model/zone-outside-plan", { kind: "path", part: "value", path: ["network", "availabilityZones", 2] }],
    ]);
  });

  it("refuses a number that the block does not have, and a zone without a subnet", () => {
    const tier = "{ addressing: ipv6-only, slot: 1, ipv6Numbers: { a: 255, b: 256, d: 1 } }";
    const { network, diagnostics } = tryNetworkFrom(
      blueprint(["app"]).replace(/app: \{[^}]*\}/, `app: ${tier}`),
    );
    expect(network).toBeNull();
    expect(diagnostics.map(({ rule, message }) => [rule, message])).toEqual([
      ["model/unknown-name", expect.stringContaining('unknown availability zone "d"')],
      ["model/ipv6-number-outside-block", "there is no block 256: a /56 has 256 of length 64"],
    ]);
  });

  it("needs no slot where all is written, and cuts by the plan what is not", () => {
    const tier = "{ addressing: ipv6-only, slot: 9999, ipv6Numbers: { a: 7, b: 8, c: 9 } }";
    const one = (text: string) => networkFrom(blueprint(["app"]).replace(/app: \{[^}]*\}/, `app: ${text}`));
    const numbers = (text: string) => one(text).tiers[0]?.subnets.map(({ ipv6 }) => ipv6?.number);
    expect(numbers(tier)).toEqual([7, 8, 9]);
    expect(numbers("{ addressing: dual-stack, slot: 2, ipv6Numbers: { b: 200 } }")).toEqual([32, 200, 34]);
  });

  it("has room for the zones of IPv6-only tiers however small the IPv4 block is", () => {
    const tiers = (app: string): string =>
      blueprint(["app"], "10.0.0.0/28").replace(/app: \{[^}]*\}/, `app: ${app}`);
    const network = networkFrom(tiers("{ addressing: ipv6-only, slot: 1 }"));
    expect(network.plan.zonesPerTier).toBe(16);
    expect(network.tiers[0]?.subnets.map(({ id, ipv6 }) => [id, ipv6?.number])).toEqual([
      ["app_a", 16],
      ["app_b", 17],
      ["app_c", 18],
    ]);
    const { diagnostics } = tryNetworkFrom(tiers("{ addressing: dual-stack, slot: 1 }"));
    expect(diagnostics.map(({ rule }) => rule)).toEqual(["model/zone-outside-plan"]);
  });

  it("needs no room for a subnet whose only block is written", () => {
    const tiers = [
      "app: { addressing: dual-stack, slot: 0, availabilityZones: [a, b] }",
      "    old: { addressing: ipv4-only, slot: 1, ipv4Cidrs: { a: 10.0.0.32/28, b: 10.0.0.48/28, c: 10.0.1.0/24 } }",
    ];
    const network = networkFrom(
      blueprint(["app"], "10.0.0.0/26").replace(/app: \{[^}]*\}/, tiers.join("\n")),
    );
    expect(network.plan.zonesPerTier).toBe(2);
    expect(network.tiers[1]?.subnets.map(({ id, ipv4 }) => [id, ipv4?.cidr?.text])).toEqual([
      ["old_a", "10.0.0.32/28"],
      ["old_b", "10.0.0.48/28"],
      ["old_c", "10.0.1.0/24"],
    ]);
  });

  it("needs no room for a zone in which no tier stands", () => {
    const tier = "app: { addressing: dual-stack, slot: 0, availabilityZones: [a, b] }";
    const network = networkFrom(blueprint(["app"], "10.0.0.0/26").replace(/app: \{[^}]*\}/, tier));
    expect(network.tiers[0]?.subnets.map(({ id }) => id)).toEqual(["app_a", "app_b"]);
  });

  it("refuses an explicit IPv4 block for a zone without a subnet", () => {
    const yaml = blueprint(["app"]).replace("slot: 0 }", "slot: 3, ipv4Cidrs: { f: 10.0.192.0/20 } }");
    expect(tryNetworkFrom(yaml).diagnostics).toMatchObject([
      { rule: "model/unknown-name", at: { path: ["network", "subnets", "app", "ipv4Cidrs", "f"] } },
    ]);
  });

  it("takes explicit IPv4 blocks instead of the plan's", () => {
    const yaml = blueprint(["app"])
      .replace("[a, b, c]", "[a, b]")
      .replace("slot: 0 }", "slot: 3, ipv4Cidrs: { a: 10.0.192.0/20, b: 10.0.208.0/20 } }");
    const [tier] = networkFrom(yaml).tiers;
    expect(tier?.subnets.map((subnet) => [subnet.ipv4?.cidr?.text, subnet.ipv6?.number])).toEqual([
      ["10.0.192.0/20", 0x30],
      ["10.0.208.0/20", 0x31],
    ]);
  });
});
