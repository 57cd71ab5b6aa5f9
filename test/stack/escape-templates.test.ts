// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escapeTemplates, removeMarks, unescapeTemplates } from "../../src/stack/escape-templates.ts";
import { hostileText, terraformText } from "../support/hostile-text.ts";

describe("escapeTemplates", () => {
  test.each([
    ["${a}", "$${a}"],
    ["%{ if a }", "%%{ if a }"],
    ["$${a}", "$$${a}"],
    ["a$b%c{d}", "a$b%c{d}"],
    ["2001:db8::1e2", "2001:db8::1e2"],
  ])("writes %s as %s", (from, to) => {
    expect(escapeTemplates(from)).toBe(to);
  });

  test("leaves nothing that CDKTF takes for a token", () => {
    fc.assert(
      fc.property(hostileText, (author) => {
        expect(escapeTemplates(author)).not.toMatch(/[$#&]\{TfToken\[|^(String|Any) Map Token Value$/);
      }),
    );
  });

  test("means the author's text to Terraform once the marks are out", () => {
    fc.assert(
      fc.property(hostileText, (author) => {
        expect(terraformText(removeMarks(escapeTemplates(author)))).toBe(author);
      }),
    );
  });

  test("is undone by unescapeTemplates", () => {
    fc.assert(
      fc.property(hostileText, (author) => {
        expect(unescapeTemplates(escapeTemplates(author))).toBe(author);
      }),
    );
  });

  test("copies at every depth, keys too, and leaves other values alone", () => {
    const value = { "${k}": [{ b: "%{b}", n: 1, big: 2n ** 127n, no: null, yes: true }] };
    const expected = { "$${k}": [{ b: "%%{b}", n: 1, big: 2n ** 127n, no: null, yes: true }] };
    expect(escapeTemplates(Object.freeze(value))).toEqual(expected);
    expect(value["${k}"][0]?.b).toBe("%{b}");
  });

  test("keeps the key __proto__, which CDKTF's own copies would swallow", () => {
    const tags: Record<string, string> = JSON.parse('{"__proto__":"x"}');
    const escaped = escapeTemplates(tags);
    expect(Object.keys(escaped)).not.toContain("__proto__");
    expect(JSON.stringify(removeMarks(escaped))).toBe('{"__proto__":"x"}');
  });
});
