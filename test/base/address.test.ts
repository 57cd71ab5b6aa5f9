import { isIP } from "node:net";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatAddress, parseAddress } from "../../src/base/prefix.ts";

const ipv4 = fc.bigInt({ min: 0n, max: 2n ** 32n - 1n });
const ipv6 = fc.bigInt({ min: 0n, max: 2n ** 128n - 1n });
/** Eight groups, many of them zero, so that the choice of the compressed run matters. */
const sparseIpv6 = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constant(0n) }, fc.bigInt({ min: 0n, max: 0xffffn })), {
    minLength: 8,
    maxLength: 8,
  })
  .map((groups) => groups.reduce((bits, group) => (bits << 16n) | group, 0n));
/** Text that is nearly an address: the strings on which readers disagree. */
const nearlyAddress = fc
  .array(
    fc.constantFrom(
      "0",
      "1",
      "00",
      "f",
      "ff9b",
      "255",
      "256",
      "12345",
      ":",
      ":",
      "::",
      ".",
      ".",
      "%",
      " ",
      "g",
    ),
    {
      maxLength: 16,
    },
  )
  .map((parts) => parts.join(""));

describe("addresses as text", () => {
  test.each([
    ["10.254.1.235", "10.254.1.235"],
    ["0.0.0.0", "0.0.0.0"],
    ["255.255.255.255", "255.255.255.255"],
    ["::", "::"],
    ["::1", "::1"],
    ["1::", "1::"],
    ["64:ff9b::10.254.1.235", "64:ff9b::afe:1eb"],
    ["64:FF9B::AFE:1EB", "64:ff9b::afe:1eb"],
    ["2001:0db8:0000:0000:0000:0000:0000:0001", "2001:db8::1"],
    ["2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"],
    ["2001:db8::1:1:1:1:1", "2001:db8:0:1:1:1:1:1"],
    ["2001:0:0:1:0:0:0:1", "2001:0:0:1::1"],
    ["2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"],
    ["::ffff:1.2.3.4", "::ffff:102:304"],
    ["1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"],
    ["fd00:ec2::254", "fd00:ec2::254"],
    ["ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"],
  ])("%s is written %s", (text, canonical) => {
    const parsed = parseAddress(text);
    expect(parsed && formatAddress(parsed.family, parsed.address)).toBe(canonical);
  });

  test.each([
    "",
    " ",
    "10.0.0.01",
    "010.0.0.1",
    "10.0.0",
    "10.0.0.0.0",
    "10.0.0.256",
    "10.0.0.-1",
    "10.0.0.+1",
    "10.0.0.1 ",
    " 10.0.0.1",
    "10.0.0.1e0",
    "0x0a.0.0.1",
    "٣.0.0.1",
    ":",
    ":::",
    "1:::2",
    "1::2::3",
    ":1",
    "1:",
    ":1::",
    "1::2:",
    "12345::",
    "g::",
    "1:2:3:4:5:6:7",
    "1:2:3:4:5:6:7:8:9",
    "1:2:3:4:5:6:7:8::",
    "::1:2:3:4:5:6:7:8",
    "fe80::1%eth0",
    "[::1]",
    "::1.2.3",
    "::1.2.3.04",
    "::1.2.3.4:5",
    "1.2.3.4::",
    "1:2:3:4:5:6:7:1.2.3.4",
    "::1/64",
    "::1\n",
    "::0x1",
  ])("%j is no address", (text) => {
    expect(parseAddress(text)).toBeNull();
  });

  test("reads back what it writes", () => {
    fc.assert(
      fc.property(ipv4, (address) => {
        expect(parseAddress(formatAddress("ipv4", address))).toEqual({ family: "ipv4", address });
      }),
    );
    fc.assert(
      fc.property(fc.oneof(ipv6, sparseIpv6), (address) => {
        expect(parseAddress(formatAddress("ipv6", address))).toEqual({ family: "ipv6", address });
      }),
    );
  });

  test("writes IPv6 as the URL standard does", () => {
    fc.assert(
      fc.property(fc.oneof(ipv6, sparseIpv6), (address) => {
        const text = formatAddress("ipv6", address);
        expect(new URL(`http://[${text}]`).hostname).toBe(`[${text}]`);
      }),
    );
  });

  test("takes exactly the text that node takes, zone ids apart", () => {
    fc.assert(
      fc.property(fc.oneof(nearlyAddress, fc.ipV6(), fc.ipV4(), fc.string()), (text) => {
        fc.pre(!text.includes("%"));
        const families = { 0: undefined, 4: "ipv4", 6: "ipv6" } as const;
        expect(parseAddress(text)?.family).toBe(families[isIP(text) as 0 | 4 | 6]);
      }),
      { numRuns: 3000 },
    );
  });

  test("reads every spelling of IPv6 as the URL standard does", () => {
    fc.assert(
      fc.property(fc.ipV6(), (text) => {
        const parsed = parseAddress(text);
        expect(parsed && `[${formatAddress("ipv6", parsed.address)}]`).toBe(
          new URL(`http://[${text}]`).hostname,
        );
      }),
    );
  });

  test("refuses to write bits that are no address", () => {
    expect(() => formatAddress("ipv4", 2n ** 32n)).toThrow("is no ipv4 address");
    expect(() => formatAddress("ipv6", -1n)).toThrow("is no ipv6 address");
  });
});
