import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contains, parseAddress } from "../../../src/base/prefix.ts";
import {
  ALL_PORTS,
  common,
  entriesThatAllow,
  icmpMessages,
  meaningOf,
  type Packets,
} from "../../../src/model/filtering/network-acl-analysis.ts";
import type {
  NetworkAcl,
  NetworkAclCidr,
  NetworkAclEntry,
  PortRange,
} from "../../../src/model/types/filtering.ts";
import type { Vpc } from "../../../src/model/types/subnets.ts";
import { networkFrom } from "../../support/network.ts";
import { cidr } from "../../support/sample-network.ts";

function vpcWith(ipv6: string): Vpc {
  return networkFrom(
    [
      "apiVersion: hextet/v1",
      "name: sample",
      "region: eu-west-1",
      "network:",
      `  vpc: { ipv4Cidr: 10.9.0.0/16, ipv6: ${ipv6} }`,
      "  availabilityZones: [a]",
      "  subnets:",
      "    app: { addressing: dual-stack }",
    ].join("\n"),
  ).vpc;
}

const amazon = vpcWith("{ amazonProvided: {} }");
const own = vpcWith('{ byoip: { poolId: ipv6pool-ec2-0123456789abcdef0, cidr: "2001:db8:0:100::/56" } }');

function entry(ruleNumber: number, overrides: Partial<NetworkAclEntry> = {}): NetworkAclEntry {
  return {
    id: `acl_${ruleNumber}`,
    name: `n${ruleNumber}`,
    path: [],
    direction: "ingress",
    ruleNumber,
    action: "allow",
    protocol: "-1",
    protocolText: "all",
    cidr: block("::/0"),
    ports: null,
    icmp: null,
    fromPreset: false,
    ...overrides,
  };
}

function block(text: string): NetworkAclCidr {
  const written = cidr(text);
  return { kind: "cidr", family: written.prefix.family, cidr: written };
}

const vpcBlock: NetworkAclCidr = { kind: "vpc", family: "ipv6", block: "main" };

function aclOf(entries: readonly NetworkAclEntry[]): NetworkAcl {
  return {
    name: "acl",
    path: [],
    displayName: "acl",
    tiers: [],
    preset: null,
    subnets: [],
    entries,
    tags: {},
  };
}

const anyTcp: Packets = {
  direction: "ingress",
  family: "ipv6",
  protocol: "tcp",
  selectors: { from: 0, to: 65535 },
  block: null,
};

function numbers(
  entries: readonly NetworkAclEntry[],
  packets: Partial<Packets> = {},
  vpc = amazon,
): readonly number[] {
  return entriesThatAllow(vpc, aclOf(entries), { ...anyTcp, ...packets }).map(({ ruleNumber }) => ruleNumber);
}

describe("the entries that let packets pass", () => {
  const tcp = { protocol: "6", protocolText: "tcp" };
  const deny = { action: "deny" } as const;

  test("are of the direction, the family and the protocol", () => {
    const entries = [
      entry(1, { direction: "egress" }),
      entry(2, { cidr: block("0.0.0.0/0") }),
      entry(3, { protocol: "17", ports: { from: 0, to: 65535 } }),
      entry(4, { ...tcp, ports: { from: 80, to: 80 } }),
      entry(5),
    ];
    expect(numbers(entries)).toEqual([4, 5]);
  });

  test("are not saved by a port beside them that nothing denies", () => {
    const beside = (ports: PortRange) => entry(1, { ...deny, ...tcp, ports });
    const whole = entry(2, { ...deny, ...tcp, ports: { from: 5, to: 9 } });
    const allowed = entry(3, { ...tcp, ports: { from: 5, to: 9 } });
    expect(numbers([beside({ from: 1, to: 3 }), whole, allowed])).toEqual([]);
    expect(numbers([beside({ from: 11, to: 13 }), whole, allowed])).toEqual([]);
  });

  test("come before the entry that denies the whole, or reach beyond it", () => {
    const denied = entry(5, { ...deny, ...tcp, ports: { from: 1000, to: 65535 } });
    const low = entry(6, { ...tcp, ports: { from: 22, to: 999 } });
    const high = entry(7, { ...tcp, ports: { from: 8080, to: 8090 } });
    const both = entry(8, { ...tcp, ports: { from: 999, to: 8090 } });
    expect(numbers([denied, low, high, both])).toEqual([6, 8]);
    expect(numbers([denied, low, high, both], { selectors: { from: 1024, to: 65535 } })).toEqual([]);
    expect(numbers([{ ...high, ruleNumber: 4 }, denied])).toEqual([4]);
  });

  test("are left alone by entries that deny other addresses", () => {
    const denied = entry(1, { ...deny, cidr: block("2001:db8::/33") });
    expect(numbers([denied, entry(2, { cidr: block("2001:db8::/32") })])).toEqual([2]);
    expect(numbers([denied, entry(2, { cidr: block("2001:db8:1::/48") })])).toEqual([]);
    const rest = entry(2, { ...deny, cidr: block("2001:db8:8000::/33") });
    expect(numbers([denied, rest, entry(3, { cidr: block("2001:db8::/32") })])).toEqual([]);
  });

  test("are looked at where the packets are", () => {
    const entries = [entry(1, { cidr: block("2001:db8::/32") })];
    expect(numbers(entries, { block: cidr("2001:db8:1::/48").prefix })).toEqual([1]);
    expect(numbers(entries, { block: cidr("2000::/3").prefix })).toEqual([1]);
    expect(numbers(entries, { block: cidr("2001:db9::/32").prefix })).toEqual([]);
  });

  test("may speak of a block that is not known before apply: what may pass passes", () => {
    const some = block("2a05:d018:1:100::/64");
    expect(numbers([entry(1, { cidr: vpcBlock })], { block: cidr("2a05:d018:1:100::/64").prefix })).toEqual([
      1,
    ]);
    expect(numbers([entry(1, { ...deny, cidr: some }), entry(2, { cidr: vpcBlock })])).toEqual([2]);
    expect(numbers([entry(1, { ...deny, cidr: vpcBlock }), entry(2, { cidr: some })])).toEqual([2]);
    expect(numbers([entry(1, { ...deny, cidr: vpcBlock }), entry(2, { cidr: vpcBlock })])).toEqual([]);
    expect(numbers([entry(1, deny), entry(2, { cidr: vpcBlock })])).toEqual([]);
    const somewhere = { block: cidr("2a05:d018::/32").prefix };
    expect(numbers([entry(1, deny), entry(2, { cidr: vpcBlock })], somewhere)).toEqual([]);
  });

  test("speak of the VPC's block by its addresses when they are known", () => {
    const inside = block("2001:db8:0:101::/64");
    expect(numbers([entry(1, { ...deny, cidr: vpcBlock }), entry(2, { cidr: inside })], {}, own)).toEqual([]);
    const elsewhere = { block: cidr("2001:db8:0:200::/56").prefix };
    expect(numbers([entry(1, { cidr: vpcBlock })], elsewhere, own)).toEqual([]);
  });

  test("match ICMPv6 by type and code", () => {
    const icmp = (type: number, code: number) => ({ protocol: "58", icmp: { type, code } });
    const tooBig = { protocol: "icmp", selectors: icmpMessages(2, 0) } as const;
    const entries = [
      entry(1, icmp(128, -1)),
      entry(2, icmp(2, 1)),
      entry(3, icmp(2, 0)),
      entry(4, icmp(2, -1)),
      entry(5, icmp(-1, -1)),
      entry(6),
    ];
    expect(numbers(entries, tooBig)).toEqual([3, 4, 5, 6]);
    expect(numbers([entry(1, { ...deny, ...icmp(-1, -1) }), ...entries.slice(1)], tooBig)).toEqual([]);
  });

  test("are taken as they were meant where another rule calls them wrong", () => {
    const tooBig = { protocol: "icmp", selectors: icmpMessages(2, 0) } as const;
    for (const protocol of ["icmpv6", "ICMPv6", "icmp6", "1"]) {
      expect(numbers([entry(1, { protocol })], tooBig)).toEqual([1]);
      expect(numbers([entry(1, { protocol })])).toEqual([]);
    }
    expect(numbers([entry(1, tcp)])).toEqual([1]);
    const icmpv4 = { family: "ipv4", protocol: "icmp" } as const;
    expect(numbers([entry(1, { protocol: "58", cidr: block("0.0.0.0/0") })], icmpv4)).toEqual([1]);
    expect(
      numbers([entry(1, { ports: { from: 80, to: 80 } })], { selectors: { from: 443, to: 443 } }),
    ).toEqual([1]);
    expect(
      numbers([entry(1, { ...tcp, ports: { from: 443, to: 80 } })], { selectors: { from: 81, to: 81 } }),
    ).toEqual([1]);
    expect(numbers([entry(1, { protocol: "tpc" })])).toEqual([1]);
    expect(numbers([entry(1, { ...deny, protocol: "tpc" }), entry(2)])).toEqual([2]);
  });
});

test("nothing is concluded from a network ACL that is larger than any", () => {
  const many = Array.from({ length: 401 }, (_, index) => entry(index + 1));
  expect(numbers(many.slice(0, 2))).toEqual([1, 2]);
  expect(numbers(many)).toEqual([]);
  expect(numbers(many.slice(0, 400))).toHaveLength(400);
});

describe("ranges of ports", () => {
  test.each([
    [
      { from: 1, to: 5 },
      { from: 5, to: 9 },
      { from: 5, to: 5 },
    ],
    [{ from: 1, to: 4 }, { from: 5, to: 9 }, null],
    [{ from: 0, to: 70_000 }, ALL_PORTS, { from: 0, to: 65_535 }],
  ])("%j and %j have in common: %j", (a, b, expected) => {
    expect(common(a, b)).toEqual(expected);
  });
});

test.each([
  ["::/0", "1", 58],
  ["::/0", "58", 58],
  ["0.0.0.0/0", "icmpv6", 1],
  ["0.0.0.0/0", "1", 1],
  ["0.0.0.0/0", "47", 47],
])("in an entry of %s the protocol %s means %i", (written, protocol, expected) => {
  expect(meaningOf(amazon, entry(1, { cidr: block(written), protocol })).protocol).toBe(expected);
});

describe("ICMP messages as numbers", () => {
  test("all codes of a type end before the next type", () => {
    expect(icmpMessages(2, -1)).toEqual({ from: 512, to: 767 });
    expect(icmpMessages(2, 255)).toEqual({ from: 767, to: 767 });
    expect(icmpMessages(3, 0)).toEqual({ from: 768, to: 768 });
    const packets: Packets = { ...anyTcp, protocol: "icmp", selectors: icmpMessages(3, 0) };
    const tooBig = entry(1, { protocol: "1", icmp: { type: 2, code: -1 } });
    expect(numbers([tooBig], { ...packets, family: "ipv4" })).toEqual([]);
  });
});

describe("compared with looking at every packet", () => {
  const ADDRESSES = [...Array.from({ length: 32 }, (_, host) => `10.9.0.${host}`), "192.0.2.1"].map(
    (text) => {
      const address = parseAddress(text);
      if (address === null) throw new Error(text);
      return { ...address, length: 32 };
    },
  );
  const PORTS = Array.from({ length: 12 }, (_, port) => port);

  const range = fc
    .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }))
    .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
  const someBlock = fc.oneof(
    fc
      .tuple(fc.integer({ min: 0, max: 15 }), fc.integer({ min: 28, max: 32 }))
      .map(([host, length]) => `10.9.0.${(host >> (32 - length)) << (32 - length)}/${length}`),
    fc.constantFrom("0.0.0.0/0", "10.9.0.0/27", "10.9.0.16/28"),
  );
  const someEntry = fc.record({
    action: fc.constantFrom("allow" as const, "deny" as const),
    protocol: fc.constantFrom("6", "17", "-1"),
    ports: range,
    cidr: someBlock.map(block),
  });
  const somePackets = fc.record({
    protocol: fc.constantFrom("tcp" as const, "udp" as const),
    selectors: range,
    block: fc.option(someBlock.map((text) => cidr(text).prefix)),
  });

  function matches(
    candidate: NetworkAclEntry,
    protocol: string,
    port: number,
    address: (typeof ADDRESSES)[number],
  ) {
    const { ports, cidr: written } = candidate;
    if (written.kind !== "cidr" || !contains(written.cidr.prefix, address)) return false;
    if (candidate.protocol === "-1") return true;
    return candidate.protocol === protocol && ports !== null && ports.from <= port && port <= ports.to;
  }

  interface Packet {
    readonly port: number;
    readonly address: (typeof ADDRESSES)[number];
  }

  function packetsOf({ selectors, block: within }: Pick<Packets, "selectors" | "block">): readonly Packet[] {
    const ports = PORTS.filter((port) => selectors.from <= port && port <= selectors.to);
    const addresses = ADDRESSES.filter((address) => within === null || contains(within, address));
    return ports.flatMap((port) => addresses.map((address) => ({ port, address })));
  }

  /** The entries that match the packet, up to the first that denies it. */
  function letting(entries: readonly NetworkAclEntry[], protocol: string, { port, address }: Packet) {
    const matching = entries.filter((candidate) => matches(candidate, protocol, port, address));
    const end = matching.findIndex(({ action }) => action === "deny");
    return end === -1 ? matching : matching.slice(0, end);
  }

  test("each entry lets a packet pass that none of the denying ones in front of it matches", () => {
    fc.assert(
      fc.property(fc.array(someEntry, { maxLength: 8 }), somePackets, (written, packets) => {
        const entries = written.map((given, index) =>
          entry(index + 1, { ...given, ports: given.protocol === "-1" ? null : given.ports }),
        );
        const protocol = packets.protocol === "tcp" ? "6" : "17";
        const passed = packetsOf(packets).flatMap((packet) => letting(entries, protocol, packet));
        const expected = entries.filter((candidate) => passed.includes(candidate));
        const found = numbers(entries, { ...packets, family: "ipv4" });
        expect(found).toEqual(expected.map(({ ruleNumber }) => ruleNumber));
      }),
      { numRuns: 2000 },
    );
  });

  test("some entry lets a packet pass exactly when the first that matches allows it", () => {
    fc.assert(
      fc.property(fc.array(someEntry, { maxLength: 8 }), somePackets, (written, packets) => {
        const entries = written.map((given, index) =>
          entry(index + 1, { ...given, ports: given.protocol === "-1" ? null : given.ports }),
        );
        const protocol = packets.protocol === "tcp" ? "6" : "17";
        const isAllowed = packetsOf(packets).some(({ port, address }) => {
          const first = entries.find((candidate) => matches(candidate, protocol, port, address));
          return first?.action === "allow";
        });
        expect(numbers(entries, { ...packets, family: "ipv4" }).length > 0).toBe(isAllowed);
      }),
      { numRuns: 2000 },
    );
  });
});
