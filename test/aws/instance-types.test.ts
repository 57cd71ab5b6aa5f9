import { describe, expect, test } from "vitest";
import { SIZES_BY_FAMILY } from "../../src/aws/instance-type-data.ts";
import { NAMED_SIZES_BY_FAMILY } from "../../src/aws/instance-type-names.generated.ts";
import {
  architectureByName,
  instanceTypeFacts,
  isNamedByApi,
  knownInstanceTypes,
  maxIpv6AddressesPerInterface,
} from "../../src/aws/instance-types.ts";

describe("instanceTypeFacts", () => {
  test.each([
    ["t2.micro", true, "yes", "xen", "x86_64", 2],
    ["m3.large", true, "no", "xen", "x86_64", 0],
    ["t1.micro", true, "no", "xen", "x86_64", 0],
    ["t4g.small", true, "yes", "nitro", "arm64", 4],
    ["t3.micro", true, "yes", "nitro", "x86_64", 2],
    ["c7i-flex.large", true, "yes", "nitro", "x86_64", 10],
    ["x1e.xlarge", true, "yes", "xen", "x86_64", 10],
    ["a1.metal", true, "yes", "nitro", "arm64", 30],
    ["c8i.metal-96xl", true, "yes", "nitro", "x86_64", 64],
    ["u-6tb1.56xlarge", true, "yes", "nitro", "x86_64", 50],
    ["mac2-m2.metal", true, "yes", "nitro", "unknown", 30],
    ["d3.xlarge", true, "yes", "nitro", "x86_64", 3],
    ["m5.banana", false, "yes", "nitro", "x86_64", null],
    ["i3.metal", false, "yes", "unknown", "x86_64", null],
    ["m9x.large", false, "unknown", "unknown", "unknown", null],
    ["g2.2xlarge", false, "unknown", "unknown", "unknown", null],
    ["T3.micro", false, "unknown", "unknown", "unknown", null],
    ["t3", false, "yes", "nitro", "x86_64", null],
    ["t3.", false, "yes", "nitro", "x86_64", null],
    ["", false, "unknown", "unknown", "unknown", null],
    ["toString.constructor", false, "unknown", "unknown", "unknown", null],
  ] as const)(
    "%s: known %s, IPv6 %s, %s, %s, at most %s addresses",
    (type, known, ipv6, hypervisor, architecture, most) => {
      expect(instanceTypeFacts(type)).toEqual({
        family: type.split(".")[0],
        known,
        ipv6,
        hypervisor,
        architecture,
      });
      expect(maxIpv6AddressesPerInterface(type)).toBe(most);
    },
  );
});

describe("isNamedByApi", () => {
  test.each([
    ["t4g.small", true],
    ["m9g.large", true],
    ["c9gd.metal-48xl", true],
    ["g2.2xlarge", true],
    ["m9g.banana", false],
    ["x99.large", false],
    ["", false],
  ])("%s: %s", (type, named) => {
    expect(isNamedByApi(type)).toBe(named);
  });

  test("adds no type that the table has, and 31 families that it has not", () => {
    const named = [...NAMED_SIZES_BY_FAMILY].flatMap(([family, sizes]) =>
      sizes.split(" ").map((size) => `${family}.${size}`),
    );
    expect(named.filter((type) => instanceTypeFacts(type).known)).toEqual([]);
    const families = [...NAMED_SIZES_BY_FAMILY.keys()];
    expect(families.filter((family) => !SIZES_BY_FAMILY.has(family))).toHaveLength(31);
  });
});

describe("the instance type table", () => {
  test("holds all 1263 types of 177 families, each once", () => {
    expect(SIZES_BY_FAMILY.size).toBe(177);
    expect(knownInstanceTypes()).toHaveLength(1263);
    expect(new Set(knownInstanceTypes()).size).toBe(1263);
  });

  test("gives each type a number of addresses, which is zero exactly without IPv6", () => {
    for (const type of knownInstanceTypes()) {
      const most = maxIpv6AddressesPerInterface(type);
      expect(Number.isInteger(most), type).toBe(true);
      expect(most === 0, type).toBe(instanceTypeFacts(type).ipv6 === "no");
    }
  });

  test("knows every listed type by the same facts as its family", () => {
    for (const type of knownInstanceTypes()) {
      const facts = instanceTypeFacts(type);
      expect(facts.known && facts.ipv6 !== "unknown" && facts.hypervisor !== "unknown", type).toBe(true);
    }
  });

  test("tell their architecture by name wherever the name has a letter for the processor", () => {
    const told = knownInstanceTypes().filter((type) => architectureByName(type) !== null);
    expect(told.length).toBeGreaterThan(600);
    expect(told.filter((type) => architectureByName(type) !== instanceTypeFacts(type).architecture)).toEqual(
      [],
    );
  });
});
