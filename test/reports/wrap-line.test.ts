import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paintedWidth } from "../../src/reports/findings/terminal-text.ts";
import { wrapLine, wrapLines, wrapText } from "../../src/reports/wrap-line.ts";

const red = (text: string) => `\u001b[31m${text}\u001b[39m`;

describe("wrapLine", () => {
  it("breaks between words, and keeps the indent", () => {
    expect(wrapLine("  one two three four", 12)).toEqual(["  one two", "    three", "    four"]);
  });

  it("leaves a word alone that is wider than the terminal", () => {
    expect(wrapLine("aws_subnet.app_a is", 5)).toEqual(["aws_subnet.app_a", "  is"]);
  });

  it("keeps columns that are aligned", () => {
    expect(wrapLine("id      text of two", 16, "        ")).toEqual(["id      text of", "        two"]);
  });

  it("counts two columns for a wide character, none for paint", () => {
    expect(wrapLine("日本 日本", 9)).toEqual(["日本 日本"]);
    expect(wrapLine("日本 日本", 8)).toEqual(["日本", "  日本"]);
    expect(wrapLine(`${red("four")} ${red("four")}`, 9)).toEqual([`${red("four")} ${red("four")}`]);
    expect(wrapLine(`${red("four")} ${red("four")}`, 8)).toEqual([red("four"), `  ${red("four")}`]);
  });

  it("loses no word, and is never wider than it must be", () => {
    const words = fc.array(fc.stringMatching(/^[a-z日]{1,8}$/), { minLength: 1 });
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 60 }), (some, width) => {
        const parts = wrapLine(`  ${some.map(red).join(" ")}`, width);
        const shown = parts.join(" ").replaceAll(/\p{Cc}\[\d+m/gu, "");
        expect(shown.split(/ +/).filter(Boolean)).toEqual(some);
        expect(parts.filter((part) => paintedWidth(part) > width)).toEqual([]);
      }),
    );
  });
});

describe("wrapLines", () => {
  it("changes nothing where there is no width", () => {
    expect(wrapLines("a  b \n\n", Number.POSITIVE_INFINITY)).toBe("a  b \n\n");
  });

  it("keeps empty lines", () => {
    expect(wrapLines("one two\n\nthree\n", 4)).toBe("one\n  two\n\nthree\n");
  });
});

describe("wrapText", () => {
  it("takes the spaces of the text for one, and none for an empty text", () => {
    expect(wrapText("one\n  two   three", "  ", 9)).toEqual(["  one two", "  three"]);
    expect(wrapText(" \n", "  ", 9)).toEqual([]);
  });
});
