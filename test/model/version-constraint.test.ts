import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  allowsBelow,
  allowsFrom,
  compareVersions,
  isEmpty,
  parseConstraint,
  parseVersion,
  type Version,
  type VersionRange,
} from "../../src/model/hooks/version-constraint.ts";

function rangeOf(text: string): VersionRange {
  const range = parseConstraint(text);
  if (range === null) throw new Error(`${text} cannot be read`);
  return range;
}

describe("a constraint", () => {
  it.each([
    ["5.100.0", [5, 100, 0], [5, 100, 1]],
    ["= 5.100", [5, 100, 0], [5, 100, 1]],
    [">= 5.100, < 7.0", [5, 100, 0], [7, 0, 0]],
    ["> 5.58.0", [5, 58, 1], null],
    ["<= 5.58", [0, 0, 0], [5, 58, 1]],
    ["~> 5.100", [5, 100, 0], [6, 0, 0]],
    ["~> 5.58.2", [5, 58, 2], [5, 59, 0]],
    ["~> 5", [5, 0, 0], [6, 0, 0]],
    ["~>5.0,<5.59", [5, 0, 0], [5, 59, 0]],
    ["v5.1.0", [5, 1, 0], [5, 1, 1]],
  ])("%s allows from %j, below %j", (text, low, high) => {
    expect(rangeOf(text)).toEqual({ low, high, except: [] });
  });

  it.each(["", "latest", "5.x", ">= ", "5.0 6.0", "=> 5.0", ">= 5.0,", "5.0.0.0"])("%j is none", (text) => {
    expect(parseConstraint(text)).toBeNull();
  });

  it.each([
    ["> 6.0, < 5.0", true],
    ["= 5.1.0, != 5.1.0", true],
    [">= 5.1.0, <= 5.1.1, != 5.1.0, != 5.1.1", true],
    [">= 5.1.0, <= 5.1.1, != 5.1.0", false],
    [">= 5.1.0, < 5.2, != 5.1.0", false],
  ])("%s: nothing is left: %j", (text, empty) => {
    expect(isEmpty(rangeOf(text))).toBe(empty);
  });
});

test("agrees with trying every version of a small world", () => {
  const number = fc.integer({ min: 0, max: 3 });
  const version = fc.tuple(number, number, number);
  const term = fc.record({ operator: fc.constantFrom("=", "!=", ">", ">=", "<", "<=", "~>"), version });
  fc.assert(
    fc.property(fc.array(term, { minLength: 1, maxLength: 4 }), version, (terms, border) => {
      const text = terms.map(({ operator, version: v }) => `${operator} ${v.join(".")}`).join(", ");
      const allowed = world.filter((one) => terms.every((t) => satisfies(one, t.operator, t.version)));
      const range = rangeOf(text);
      expect(allowsBelow(range, border)).toBe(allowed.some((one) => compareVersions(one, border) < 0));
      expect(allowsFrom(range, border)).toBe(allowed.some((one) => compareVersions(one, border) >= 0));
    }),
    { numRuns: 2000 },
  );
});

/** Every version up to 9.9.9: past all numbers of the property, room for what `>` and `!=` leave. */
const digits = [...Array(10).keys()];
const world: readonly Version[] = digits.flatMap((a) =>
  digits.flatMap((b) => digits.map((c): Version => [a, b, c])),
);

function satisfies(one: Version, operator: string, other: Version): boolean {
  const order = compareVersions(one, other);
  if (operator === "=") return order === 0;
  if (operator === "!=") return order !== 0;
  if (operator === ">") return order > 0;
  if (operator === ">=") return order >= 0;
  if (operator === "<") return order < 0;
  if (operator === "<=") return order <= 0;
  return order >= 0 && one[0] === other[0] && one[1] === other[1];
}

test("a release is read with its numbers filled up, and nothing else is one", () => {
  expect(parseVersion("5.59")).toEqual([5, 59, 0]);
  expect(parseVersion(">= 5.59")).toBeNull();
  expect(parseVersion("")).toBeNull();
});
