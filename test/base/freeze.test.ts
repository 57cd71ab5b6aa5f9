import { describe, expect, test } from "vitest";
import { deepFreeze } from "../../src/base/freeze.ts";

describe("deepFreeze", () => {
  test("returns the same value, frozen at every depth", () => {
    const data = { a: [{ b: { c: 1 } }], n: null, big: 1n, u: undefined };
    const frozen = deepFreeze(data);
    expect(frozen).toBe(data);
    for (const part of [data, data.a, data.a[0], data.a[0]?.b]) expect(Object.isFrozen(part)).toBe(true);
    expect(() => data.a.push({ b: { c: 2 } })).toThrow(TypeError);
  });

  test("reaches what lies below something that is frozen already", () => {
    const inner = { x: 1 };
    deepFreeze(Object.freeze({ inner }));
    expect(Object.isFrozen(inner)).toBe(true);
  });

  test("leaves primitives and functions as they are", () => {
    const call = () => 1;
    expect(deepFreeze("x")).toBe("x");
    expect(deepFreeze(null)).toBeNull();
    expect(Object.isFrozen(deepFreeze({ call }).call)).toBe(false);
  });

  test("takes objects without a prototype", () => {
    expect(Object.isFrozen(deepFreeze(Object.create(null)))).toBe(true);
  });

  test.each([new Map(), new Set(), new Date(0), new URL("http://a")])("refuses %o", (value) => {
    expect(() => deepFreeze({ value })).toThrow("cannot be frozen");
  });
});
