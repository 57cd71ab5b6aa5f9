import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wrapLine } from "../../src/reports/changes/wrap-line.ts";

describe("wrapLine", () => {
  it("breaks between words, and keeps the indent", () => {
    expect(wrapLine("  one two three four", 12)).toEqual(["  one two", "    three", "    four"]);
  });

  it("leaves a word alone that is wider than the terminal", () => {
    expect(wrapLine("aws_subnet.app_a is", 5)).toEqual(["aws_subnet.app_a", "  is"]);
  });

  it("loses no word, and is never wider than it must be", () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1 });
    fc.assert(
      fc.property(words, fc.integer({ min: 12, max: 60 }), (some, width) => {
        const parts = wrapLine(`  ${some.join(" ")}`, width);
        expect(parts.join(" ").split(/ +/).filter(Boolean)).toEqual(some);
        expect(parts.filter((part) => part.length > width)).toEqual([]);
      }),
    );
  });
});
