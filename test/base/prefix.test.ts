import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type AddressFamily,
  bitsOf,
  contains,
  embedIpv4,
  formatAddress,
  formatPrefix,
  hostAddress,
  isCanonical,
  networkOf,
  overlaps,
  type Prefix,
  parseAddress,
  parsePrefix,
  subPrefix,
} from "../../src/base/prefix.ts";

function prefixOf(text: string): Prefix {
  const prefix = parsePrefix(text);
  if (prefix === null) throw new Error(`not a prefix: ${text}`);
  return prefix;
}

const family = fc.constantFrom<AddressFamily>("ipv4", "ipv6");
const prefixIn = (of: AddressFamily): fc.Arbitrary<Prefix> =>
  fc.record({
    family: fc.constant(of),
    address: fc.bigInt({ min: 0n, max: 2n ** BigInt(bitsOf(of)) - 1n }),
    length: fc.integer({ min: 0, max: bitsOf(of) }),
  });
const prefix = family.chain(prefixIn);
/** Two prefixes of one family, related more often than chance would have it. */
const pair = family.chain((of) =>
  fc.tuple(prefixIn(of), prefixIn(of), fc.boolean()).map(([a, b, near]): [Prefix, Prefix] => {
    const spare = BigInt(bitsOf(of) - a.length);
    const inside = ((a.address >> spare) << spare) | (b.address & ((1n << spare) - 1n));
    return [a, near ? { ...b, address: inside } : b];
  }),
);
/** A prefix, some bits it has left, and two slot numbers. */
const divided = prefix.chain((outer) =>
  fc.integer({ min: 0, max: bitsOf(outer.family) - outer.length }).chain((newBits) => {
    const slot = fc.bigInt({ min: 0n, max: (1n << BigInt(newBits)) - 1n });
    return fc.tuple(fc.constant(outer), fc.constant(newBits), slot, slot);
  }),
);

describe("parsePrefix and formatPrefix", () => {
  test.each([
    ["10.0.0.0/16", "10.0.0.0/16"],
    ["10.0.0.7/16", "10.0.0.7/16"],
    ["0.0.0.0/0", "0.0.0.0/0"],
    ["1.2.3.4/32", "1.2.3.4/32"],
    ["::/0", "::/0"],
    ["64:FF9B::/96", "64:ff9b::/96"],
    ["2600:1f14:0e22:8103::/56", "2600:1f14:e22:8103::/56"],
    ["::ffff:1.2.3.4/128", "::ffff:102:304/128"],
    ["0:0:0:0:0:0:0:0/128", "::/128"],
  ])("%s is written %s", (text, canonical) => {
    expect(formatPrefix(prefixOf(text))).toBe(canonical);
  });

  test.each([
    "10.0.0.0",
    "10.0.0.0/",
    "/16",
    "10.0.0.0/33",
    "10.0.0.0/016",
    "10.0.0.0/+16",
    "10.0.0.0/-1",
    "10.0.0.0/ 16",
    "10.0.0.0 /16",
    "10.0.0.0/16 ",
    "10.0.0.0/16\n",
    "10.0.0.0/16/16",
    "10.0.0.0/1e1",
    "10.0.0.0/255.255.0.0",
    "010.0.0.0/16",
    "::/129",
    "::/999999999999",
    "fe80::1%eth0/64",
    "[::]/0",
    "",
    "/",
  ])("%j is no prefix", (text) => {
    expect(parsePrefix(text)).toBeNull();
  });

  test("a prefix comes back as it was written", () => {
    fc.assert(
      fc.property(prefix, (p) => {
        expect(parsePrefix(formatPrefix(p))).toEqual(p);
      }),
    );
  });

  test("hostile text gives null or a prefix that is written canonically, never an exception", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789abcdef:./% +") }), (text) => {
        const parsed = parsePrefix(text);
        if (parsed !== null) expect(parsePrefix(formatPrefix(parsed))).toEqual(parsed);
      }),
    );
  });
});

describe("isCanonical and networkOf", () => {
  test.each([
    ["10.0.0.0/16", true],
    ["10.0.0.1/16", false],
    ["::/0", true],
    ["0::/0", false],
    ["64:ff9b::/96", true],
    ["64:FF9B::/96", false],
    ["64:ff9b:0::/96", false],
    ["2600:1f14:e22:8103::/56", false],
    ["2600:1f14:e22:8100::/56", true],
    ["::ffff:1.2.3.4/128", false],
    ["nonsense", false],
  ])("%s: %s", (text, expected) => {
    expect(isCanonical(text)).toBe(expected);
  });

  test("the network of the impossible /56 is the one the provider proposes", () => {
    expect(formatPrefix(networkOf(prefixOf("2600:1f14:e22:8103::/56")))).toBe("2600:1f14:e22:8100::/56");
  });

  test("every network is canonical, and clearing host bits twice changes nothing", () => {
    fc.assert(
      fc.property(prefix, (p) => {
        const network = networkOf(p);
        expect(isCanonical(formatPrefix(network))).toBe(true);
        expect(networkOf(network)).toEqual(network);
        expect(isCanonical(formatPrefix(p))).toBe(p.address === network.address);
      }),
    );
  });
});

describe("contains and overlaps", () => {
  test.each([
    ["10.0.0.0/8", "10.1.0.0/16", true, true],
    ["10.1.0.0/16", "10.0.0.0/8", false, true],
    ["10.0.0.0/16", "10.1.0.0/16", false, false],
    ["10.0.0.0/16", "10.0.0.0/16", true, true],
    ["10.0.9.9/16", "10.0.7.7/24", true, true],
    ["0.0.0.0/0", "::/0", false, false],
    ["::/0", "10.0.0.0/8", false, false],
    ["::/0", "64:ff9b::/96", true, true],
    ["2001:db8::/56", "2001:db8:0:ff::/64", true, true],
    ["2001:db8::/56", "2001:db8:0:100::/64", false, false],
  ])("%s, %s: contains %s, overlaps %s", (a, b, inside, shared) => {
    expect(contains(prefixOf(a), prefixOf(b))).toBe(inside);
    expect(overlaps(prefixOf(a), prefixOf(b))).toBe(shared);
  });

  test("overlap is symmetric, and means that one contains the other", () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expect(overlaps(a, b)).toBe(overlaps(b, a));
        expect(overlaps(a, b)).toBe(contains(a, b) || contains(b, a));
        expect(contains(a, a)).toBe(true);
        if (contains(a, b) && contains(b, a)) expect(networkOf(a)).toEqual(networkOf(b));
      }),
    );
  });

  test("a block contains another exactly when it holds its first and last address", () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const [first, last] = [hostAddress(a, 0), hostAddress(a, -1)];
        const holds = first <= hostAddress(b, 0) && hostAddress(b, -1) <= last;
        expect(contains(a, b)).toBe(holds);
      }),
    );
  });
});

describe("subPrefix", () => {
  test.each([
    ["10.0.0.0/16", 8, 255, "10.0.255.0/24"],
    ["10.0.0.0/16", 0, 0, "10.0.0.0/16"],
    ["10.1.2.3/16", 4, 15, "10.1.240.0/20"],
    ["2001:db8::/56", 8, 0, "2001:db8::/64"],
    ["2001:db8:0:1200::/56", 8, 255, "2001:db8:0:12ff::/64"],
    ["fd00:fd12:3456:7890::/56", 16, 162, "fd00:fd12:3456:7800:a200::/72"],
    ["::/0", 128, 1, "::1/128"],
  ])("%s, %i new bits, number %i: %s", (outer, newBits, index, expected) => {
    expect(formatPrefix(subPrefix(prefixOf(outer), newBits, index))).toBe(expected);
  });

  test("each lies inside, has no host bits, and no two share an address", () => {
    fc.assert(
      fc.property(divided, ([outer, newBits, one, other]) => {
        const a = subPrefix(outer, newBits, one);
        const b = subPrefix(outer, newBits, other);
        expect(a.length).toBe(outer.length + newBits);
        expect(contains(outer, a)).toBe(true);
        expect(networkOf(a)).toEqual(a);
        expect(overlaps(a, b)).toBe(one === other);
      }),
    );
  });

  test("throws for a block that does not exist", () => {
    expect(() => subPrefix(prefixOf("10.0.0.0/16"), 8, 256)).toThrow("has no block 256 of length 24");
    expect(() => subPrefix(prefixOf("10.0.0.0/16"), 8, -1)).toThrow("has no block -1");
    expect(() => subPrefix(prefixOf("10.0.0.0/16"), 17, 0)).toThrow("has no 17 bits left");
    expect(() => subPrefix(prefixOf("10.0.0.0/16"), -1, 0)).toThrow("has no -1 bits left");
  });
});

describe("hostAddress", () => {
  test.each([
    ["10.12.112.0/20", 16, "10.12.112.16"],
    ["10.12.112.0/20", 268, "10.12.113.12"],
    ["10.12.112.0/20", -1, "10.12.127.255"],
    ["fd00:fd12:3456:7890:00a2::/72", 34, "fd00:fd12:3456:7890::22"],
    ["2001:db8::/64", 0xffff_ffff_ffff_ffffn, "2001:db8::ffff:ffff:ffff:ffff"],
  ])("address %s number %s is %s", (block, n, expected) => {
    const p = prefixOf(block);
    expect(formatAddress(p.family, hostAddress(p, n))).toBe(expected);
  });

  test("throws outside the block", () => {
    expect(() => hostAddress(prefixOf("10.0.0.0/30"), 4)).toThrow("10.0.0.0/30 has no address number 4");
    expect(() => hostAddress(prefixOf("10.0.0.0/30"), -5)).toThrow("has no address number -5");
  });
});

describe("embedIpv4", () => {
  test("writes the IPv4 address into the last 32 bits", () => {
    const embedded = embedIpv4(prefixOf("64:ff9b::/96"), parseAddress("10.254.1.235")?.address ?? 0n);
    expect(formatAddress("ipv6", embedded)).toBe("64:ff9b::afe:1eb");
  });

  test("takes no other length, family or size", () => {
    expect(() => embedIpv4(prefixOf("64:ff9b::/64"), 0n)).toThrow("is no IPv6 prefix of length 96");
    expect(() => embedIpv4(prefixOf("10.0.0.0/8"), 0n)).toThrow("is no IPv6 prefix of length 96");
    expect(() => embedIpv4(prefixOf("64:ff9b::/96"), 2n ** 32n)).toThrow("is no ipv4 address");
    expect(() => embedIpv4(prefixOf("64:ff9b::/96"), -1n)).toThrow("is no ipv4 address");
  });
});
