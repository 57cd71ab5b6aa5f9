import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editDistance } from "../../src/base/edit-distance.ts";

describe("editDistance", () => {
  test.each([
    ["", "", 0],
    ["web", "web", 0],
    ["", "web", 3],
    ["wbe", "web", 1],
    ["we", "web", 1],
    ["wab", "web", 1],
    ["kitten", "sitting", 3],
    // What was swapped is not edited again: by that rule this is 3, not 2.
    ["ca", "abc", 3],
    ["abcd", "badc", 2],
  ])("%j to %j is %i", (one, other, edits) => {
    expect(editDistance(one, other)).toBe(edits);
    expect(editDistance(other, one)).toBe(edits);
  });

  test("a swap anywhere is one edit, and no text is farther than its length", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(text, text, fc.nat(6), (one, other, where) => {
        const at = where % (one.length - 1);
        const swapped = `${one.slice(0, at)}${one[at + 1]}${one[at]}${one.slice(at + 2)}`;
        expect(editDistance(one, swapped)).toBe(one[at] === one[at + 1] ? 0 : 1);
        expect(editDistance(one, other)).toBeLessThanOrEqual(Math.max(one.length, other.length));
      }),
    );
  });
});
