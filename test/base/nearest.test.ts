import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nearest } from "../../src/base/nearest.ts";

const keys = ["egressOnlyInternetGateway", "internetGateway", "natGateway", "transitGatewayId"];

describe("nearest", () => {
  test.each([
    ["egressOnlyInternetGatway", keys, "egressOnlyInternetGateway"],
    ["InternetGateway", keys, "internetGateway"],
    ["natgateway", keys, "natGateway"],
    ["elephant", keys, null],
    ["ap", ["app", "data"], "app"],
    ["dtaa", ["app", "data"], "data"],
    // Two letters swapped are one edit, also where a third of the name is one letter.
    ["wbe", ["web"], "web"],
    ["pap", ["app", "db"], "app"],
    ["ewb", ["wbe", "web"], "web"],
    ["tcp", ["udp"], null],
    ["a", ["b"], null],
    ["A", ["b", "a"], "a"],
    ["", ["a"], null],
    ["x", [], null],
    ["web", ["web", "wep"], "web"],
  ])("%j among %j is %j", (name, candidates, expected) => {
    expect(nearest(name, candidates)).toBe(expected);
  });

  test("a name that differs only in case beats any other", () => {
    expect(nearest("APP", ["apq", "app"])).toBe("app");
  });

  test("among names that differ only in case, the nearer in case wins", () => {
    expect(nearest("aPP", ["APP", "app", "aPp"])).toBe("APP");
    expect(nearest("aPP", ["app", "aPP"])).toBe("aPP");
  });

  test("the answer does not depend on the order of the candidates", () => {
    const name = fc.string({ unit: fc.constantFrom("a", "b", "B", "-"), maxLength: 6 });
    fc.assert(
      fc.property(name, fc.array(name, { maxLength: 6 }), (wanted, candidates) => {
        expect(nearest(wanted, candidates.toReversed())).toBe(nearest(wanted, candidates));
      }),
    );
  });

  test("takes any iterable, such as the keys of a map", () => {
    expect(nearest("ap", new Map([["app", 1]]).keys())).toBe("app");
  });
});
