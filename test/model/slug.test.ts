import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shortHash } from "../../src/model/names.ts";
import { slug, uniqueSlugs } from "../../src/model/slug.ts";

describe("slugs of several texts", () => {
  it("are the plain words where these tell the texts apart", () => {
    const names = ["com.amazonaws.eu-west-1.s3", "Corp VPN", "büro"];
    expect([...uniqueSlugs(names, slug)]).toEqual([
      ["com.amazonaws.eu-west-1.s3", "com-amazonaws-eu-west-1-s3"],
      ["Corp VPN", "corp-vpn"],
      ["büro", "b-ro"],
    ]);
  });

  it("have the text's hash where a word is another's too, or empty", () => {
    const ids = uniqueSlugs(["Corp VPN", "corp-vpn", "日本", "b"], slug);
    expect([...ids.values()]).toEqual([
      `corp-vpn-${shortHash("Corp VPN")}`,
      `corp-vpn-${shortHash("corp-vpn")}`,
      shortHash("日本"),
      "b",
    ]);
  });

  it("differ from what another text has with its hash", () => {
    const texts = ["a b", "a.b", `a-b-${shortHash("a b")}`];
    expect(new Set(uniqueSlugs(texts, slug).values()).size).toBe(texts.length);
  });

  it("are never empty, never twice, and the same in any order", () => {
    const text = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("a b", "a.b", "A-b", "-", "é", "日本"),
    );
    fc.assert(
      fc.property(fc.uniqueArray(text, { maxLength: 12 }), (texts) => {
        const ids = uniqueSlugs(texts, slug);
        expect([...ids.keys()]).toEqual(texts);
        expect(new Set(ids.values()).size).toBe(texts.length);
        for (const id of ids.values()) expect(id).toMatch(/^[a-z0-9][a-z0-9-]*$/);
        const reversed = uniqueSlugs([...texts].reverse(), slug);
        for (const [one, id] of ids) expect(reversed.get(one)).toBe(id);
      }),
    );
  });
});
