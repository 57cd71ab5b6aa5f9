import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exactText } from "../../src/base/exact-text.ts";

describe("exactText", () => {
  it.each([
    [1n, 1],
    [1, "1"],
    [0, -0],
    [null, undefined],
    [{ a: undefined }, {}],
    [[undefined], []],
    [["a,b"], ["a", "b"]],
    [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ],
    [{ 'a":1,"b': 2 }, { a: 1, b: 2 }],
    ["undefined", undefined],
    ["null", null],
    [[], {}],
  ])("tells %o from %o", (one, other) => {
    expect(exactText(one)).not.toBe(exactText(other));
  });

  it("is one for what a structured clone gives", () => {
    const values = fc.anything({ withBigInt: true, withMap: false, withSet: false, withDate: false });
    fc.assert(fc.property(values, (value) => exactText(structuredClone(value)) === exactText(value)));
  });

  it("tells apart whatever another way of writing does", () => {
    const small = fc.anything({ withBigInt: true, maxDepth: 1, maxKeys: 1, key: fc.constantFrom("a", "b") });
    fc.assert(
      fc.property(small, small, (one, other) => {
        expect(exactText(one) === exactText(other)).toBe(fc.stringify(one) === fc.stringify(other));
      }),
    );
  });

  it.each([new Map(), new Set(), new Date(0), () => 1, Symbol("a"), /a/])("refuses %o", (value) => {
    expect(() => exactText(value)).toThrow("no plain data");
  });
});
