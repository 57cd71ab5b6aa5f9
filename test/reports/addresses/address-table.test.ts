import picocolors from "picocolors";
import { describe, expect, it } from "vitest";
import type { Network } from "../../../src/model/types/network.ts";
import type { Ipv6Block, SubnetIpv6 } from "../../../src/model/types/subnets.ts";
import { renderAddressPlans, renderAddressPlansJson } from "../../../src/reports/addresses/address-table.ts";
import { freeSlots } from "../../../src/reports/addresses/free-slots.ts";
import { ipv6Notation } from "../../../src/reports/addresses/ipv6-notation.ts";
import { cidr, sampleNetwork, sampleTier } from "../../support/sample-network.ts";
import { wholeNetwork } from "../../support/whole-network.ts";

const plain = picocolors.createColors(false);

describe("renderAddressPlans", () => {
  const lines = renderAddressPlans([wholeNetwork()], plain, Number.POSITIVE_INFINITY).split("\n");
  const rowOf = (subnet: string) => lines.find((line) => line.includes(` ${subnet} `))?.split(/ {2,}/);

  it("shows one row for each subnet, by slot and zone", () => {
    expect(lines[0]).toBe("whole in eu-west-1: 10.20.0.0/16 and an IPv6 /56");
    expect(lines[2]?.split(/ {2,}/)).toEqual([
      "slot",
      "tier",
      "zone",
      "subnet",
      "addressing",
      "IPv4",
      "IPv6",
      "0.0.0.0/0",
      "::/0",
      "64:ff9b::/96",
      "DNS64",
    ]);
    const subnets = lines.slice(3, 7).map((line) => line.split(/ {2,}/)[3]);
    expect(subnets).toEqual(["public_a", "public_b", "app_a", "app_b"]);
  });

  it("shows blocks, default routes and DNS64, and a dash for what is not there", () => {
    expect(rowOf("public_b")).toEqual([
      "0",
      "public",
      "eu-west-1b",
      "public_b",
      "dual-stack",
      "10.20.1.0/24",
      "<main /56>01::/64",
      "igw",
      "igw",
      "-",
      "-",
    ]);
    expect(rowOf("app_a")).toEqual([
      "1",
      "app",
      "eu-west-1a",
      "app_a",
      "ipv6-only",
      "-",
      "<main /56>02::/64",
      "-",
      "eigw",
      "nat nat_a",
      "on",
    ]);
  });

  it("says what the notation means, by an example", () => {
    expect(lines).toContain(
      "Were it 2001:db8:1234:5600::/56, then <main /56>03::/64 would be 2001:db8:1234:5603::/64.",
    );
  });

  it("has nothing to explain without IPv6", () => {
    const { vpc } = sampleNetwork();
    const network = sampleNetwork({
      vpc: { ...vpc, ipv6: null },
      tiers: [sampleTier("app", { addressing: "ipv4-only" })],
    });
    const text = renderAddressPlans([network], plain, Number.POSITIVE_INFINITY);
    expect(text).toContain("sample in eu-west-1: 10.20.0.0/16 and no IPv6");
    expect(text).not.toContain("stands for");
  });
});

describe("renderAddressPlansJson", () => {
  it("has the documented shape", () => {
    const json = JSON.parse(renderAddressPlansJson([wholeNetwork()]));
    expect(Object.keys(json.stacks[0])).toEqual([
      "stack",
      "region",
      "ipv4Cidr",
      "ipv6BlockLength",
      "subnets",
      "freeSlots",
    ]);
    expect(json.stacks[0].subnets[2]).toEqual({
      tier: "app",
      zone: "eu-west-1a",
      subnet: "app_a",
      addressing: "ipv6-only",
      slot: 1,
      ipv4: null,
      ipv6: "<main /56>02::/64",
      ipv4DefaultRoute: null,
      ipv6DefaultRoute: "eigw",
      nat64Route: "nat nat_a",
      dns64: true,
    });
  });
});

describe("ipv6Notation", () => {
  const amazon: Ipv6Block = {
    id: "main",
    path: [],
    source: { kind: "amazon-provided", networkBorderGroup: null },
    length: 56,
    ownedByVpc: true,
  };
  const subnet = (blockLength: number, length: number, number: number): SubnetIpv6 => ({
    path: [],
    block: "main",
    blockLength,
    newBits: length - blockLength,
    number,
    length,
  });

  it.each([
    [56, 64, 0x10, "<main /56>10::/64"],
    [56, 64, 5, "<main /56>05::/64"],
    [60, 64, 0xf, "<main /60>f::/64"],
    [48, 64, 0x10, "<main /48>:0010::/64"],
    [44, 64, 0x10010, "<main /44>1:0010::/64"],
    [52, 60, 0x1f, "<main /52>1f0::/60"],
    [64, 64, 0, "<main /64>::/64"],
    [57, 64, 3, "<main /57> #3 /64"],
  ])("writes the digits behind a /%i up to a /%i, number %i", (blockLength, length, number, expected) => {
    expect(ipv6Notation(subnet(blockLength, length, number), amazon)).toBe(expected);
  });

  it("writes the block itself where the author knows it", () => {
    const own: Ipv6Block = {
      ...amazon,
      source: { kind: "byoip", poolId: "ipv6pool-ec2-1", cidr: cidr("2001:db8:0:ab00::/56") },
    };
    expect(ipv6Notation(subnet(56, 64, 0x10), own)).toBe("2001:db8:0:ab10::/64");
  });
});

describe("freeSlots", () => {
  const free = (network: Network) => freeSlots(network).map(({ family, free }) => [family, free]);

  it("lists the gaps of each block", () => {
    const tiers = [sampleTier("app", { slot: 1 }), sampleTier("db", { slot: 5, addressing: "ipv6-only" })];
    expect(free(sampleNetwork({ tiers }))).toEqual([
      [
        "ipv6",
        [
          { from: 0, to: 0 },
          { from: 2, to: 4 },
          { from: 6, to: 127 },
        ],
      ],
      [
        "ipv4",
        [
          { from: 0, to: 0 },
          { from: 2, to: 127 },
        ],
      ],
    ]);
  });

  it("counts every slot that an explicit IPv4 block touches as taken", () => {
    const app = sampleTier("app", { addressing: "ipv4-only" });
    const [first, second] = app.subnets;
    if (first?.ipv4 == null || second === undefined) throw new Error("the sample has IPv4");
    const wide = { ...first, ipv4: { ...first.ipv4, cidr: cidr("10.20.8.0/22") } };
    const network = sampleNetwork({ tiers: [{ ...app, subnets: [wide] }] });
    expect(free(network)[1]).toEqual([
      "ipv4",
      [
        { from: 0, to: 3 },
        { from: 6, to: 127 },
      ],
    ]);
  });

  it("says so when none is left", () => {
    const { plan } = sampleNetwork();
    const network = sampleNetwork({
      plan: { ...plan, zonesPerTier: 256 },
      tiers: [sampleTier("app", { addressing: "ipv6-only" })],
    });
    expect(free(network)[0]).toEqual(["ipv6", []]);
    expect(renderAddressPlans([network], plain, Number.POSITIVE_INFINITY)).toContain(
      "free slots in IPv6 block main: none (of 1)",
    );
  });
});
