import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orderStacks } from "../../src/base/order-stacks.ts";

const order = (after: Readonly<Record<string, readonly string[]>>) =>
  orderStacks(new Map(Object.entries(after)));

describe("the order of stacks", () => {
  it("puts a stack one wave behind the last of those that it names", () => {
    expect(order({ shop: ["data", "hub"], data: ["hub"], hub: [], alone: [] })).toEqual({
      circle: [],
      stacks: [
        { name: "alone", after: [], wave: 1 },
        { name: "hub", after: [], wave: 1 },
        { name: "data", after: ["hub"], wave: 2 },
        { name: "shop", after: ["data", "hub"], wave: 3 },
      ],
    });
  });

  it("is held up by no name that is no stack", () => {
    expect(order({ shop: ["nowhere"] }).stacks).toEqual([{ name: "shop", after: [], wave: 1 }]);
  });

  it.each([
    [{ a: ["a"] }, ["a", "a"]],
    [{ b: ["c"], c: ["b"], free: [], a: ["b"] }, ["b", "c", "b"]],
    [{ hub: [], a: ["hub", "c"], b: ["a"], c: ["b"] }, ["a", "c", "b", "a"]],
  ])("names the circle of %j", (after, circle) => {
    expect(order(after)).toEqual({ stacks: [], circle });
  });

  it("has each stack once, behind all that it names", () => {
    const names = fc.integer({ min: 0, max: 11 });
    const edges = fc.array(fc.tuple(names, names));
    fc.assert(
      fc.property(edges, (pairs) => {
        const all = Array.from({ length: 12 }, (_, index) => index);
        // From higher to lower only: no circle.
        const below = (from: number) =>
          pairs.flatMap(([a, b]) => (Math.max(a, b) === from && a !== b ? [`s${Math.min(a, b)}`] : []));
        const after = new Map(all.map((index) => [`s${index}`, [...new Set(below(index))]]));
        const { stacks, circle } = orderStacks(after);
        expect(circle).toEqual([]);
        expect(stacks.map(({ name }) => name).sort()).toEqual([...after.keys()].sort());
        const waves = new Map(stacks.map(({ name, wave }) => [name, wave]));
        for (const { name, wave } of stacks) {
          const highest = Math.max(0, ...(after.get(name) ?? []).map((one) => waves.get(one) ?? Number.NaN));
          expect(wave).toBe(highest + 1);
        }
      }),
    );
  });
});
