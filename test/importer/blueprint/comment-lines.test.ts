import { describe, expect, test } from "vitest";
import { commentLines, commentOnLine } from "../../../src/importer/blueprint/comment-lines.ts";
import { formatBlueprint } from "../../../src/reports/format/format-blueprint.ts";

const LONG = `TODO: ${"word ".repeat(40).trim()} TODO end.`;

describe("a comment", () => {
  test("is wrapped, and says the same", () => {
    const lines = commentLines([LONG, "Short."]).split("\n");
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(120);
    expect(lines.every((line) => /^ \S/.test(line))).toBe(true);
    expect(lines.map((line) => line.trim()).join(" ")).toBe(`${LONG} Short.`);
  });

  test("begins a line with TODO only where it begins", () => {
    for (let count = 10; count < 30; count += 1) {
      const text = `${"a".repeat(3)} ${"word ".repeat(count)}TODO more words`;
      expect(commentLines([text])).not.toMatch(/^ TODO/m);
    }
  });

  test("keeps an entry of a list, or a command, on its line, and what stands beside a key", () => {
    const entry = `  2 rules: aws ec2 describe-security-group-rules ${"--filters x ".repeat(20).trim()}`;
    expect(commentLines([entry])).toBe(` ${entry}`);
    expect(commentOnLine(LONG)).toBe(` ${LONG}`);
  });

  test("of a stranger ends no line, wherever it is cut", () => {
    const lines = commentLines([`x\nregion: evil ${"y".repeat(300)} z`]).split("\n");
    expect(lines.every((line) => /^ \S/.test(line))).toBe(true);
  });

  test("is what hextet fmt leaves as it is", () => {
    const commented = commentLines([LONG])
      .split("\n")
      .map((line) => `  #${line}`)
      .join("\n");
    const text = formatBlueprint(`network:\n${commented}\n  vpc: { ipv4Cidr: 10.0.0.0/16 }\n`) ?? "";
    expect(text).toContain(commented);
    expect(formatBlueprint(text)).toBe(text);
  });
});
