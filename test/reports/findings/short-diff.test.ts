import picocolors from "picocolors";
import { describe, expect, it } from "vitest";
import { shortDiff } from "../../../src/reports/findings/short-diff.ts";

const plain = picocolors.createColors(false);
const text = (...lines: string[]) => lines.join("\n");

describe("shortDiff", () => {
  it("shows a changed line in its surroundings", () => {
    const before = text("a", "b", "c", "d", "e", "f");
    expect(shortDiff(before, text("a", "b", "c", "X", "e", "f"), plain)).toEqual({
      line: 4,
      hunk: ["@@ -2 +2 @@", " b", " c", "-d", "+X", " e", " f"],
    });
  });

  it("shows added and removed lines as such", () => {
    const long = text("a", "b", "c", "d");
    const short = text("a", "c", "d");
    expect(shortDiff(short, long, plain).hunk).toEqual(["@@ -1 +1 @@", " a", "+b", " c", " d"]);
    expect(shortDiff(long, short, plain).hunk).toEqual(["@@ -1 +1 @@", " a", "-b", " c", " d"]);
  });

  it("shows only the first of several places", () => {
    const before = text("a", "b", "c", "d", "e", "f", "g");
    const { hunk } = shortDiff(before, text("X", "b", "c", "d", "e", "f", "Y"), plain);
    expect(hunk).toEqual(["@@ -1 +1 @@", "-a", "+X", " b", " c"]);
  });

  it("cuts what is long, in either direction", () => {
    const { hunk } = shortDiff("x".repeat(1000), Array(100).fill("y").join("\n"), plain);
    expect(hunk.length).toBeLessThan(20);
    expect(hunk.at(-1)).toBe("+... 88 more lines");
    expect(Math.max(...hunk.map((line) => line.length))).toBeLessThan(170);
  });

  it("notices an empty file and a missing line break at the end", () => {
    expect(shortDiff("", "a", plain).line).toBe(1);
    expect(shortDiff("a\n", "a", plain).line).toBe(2);
  });
});
