import { describe, expect, it } from "vitest";
import { readBlueprint } from "../../src/blueprint/read-blueprint.ts";
import { blueprintSchema } from "../../src/blueprint/schema.ts";
import { escapeMarkdown, inlineCode } from "../../src/reports/reference/markdown.ts";
import { allRules } from "../../src/rules/all-rules.ts";
import { renderBlueprintPage } from "../../tools/docs/blueprint-page.ts";
import { flow } from "../../tools/docs/flow.ts";
import { renderRulesPage } from "../../tools/docs/rules-page.ts";

describe("renderBlueprintPage", () => {
  const page = renderBlueprintPage(blueprintSchema);
  const rows = page.split("\n").filter((line) => line.startsWith("| ") && !line.startsWith("| key"));

  it("has every key of the schema in a table", () => {
    // What stands in a reference has sections of its own.
    const definitions = Object.values(blueprintSchema.definitions ?? {}).filter(
      (one) => one["x-hextet-takes"] === undefined,
    );
    const keys = [blueprintSchema, ...definitions].flatMap(({ properties = {} }) => Object.keys(properties));
    const missing = keys.filter((key) => !rows.some((row) => /^\| \**`([^`]+)`/.exec(row)?.[1] === key));
    expect(missing).toEqual([]);
    expect(keys.length).toBeGreaterThan(150);
  });

  it("has five cells in every row, whatever is in them", () => {
    const cells = rows.map((row) => row.replace(/\\\|/g, "").split("|").length - 2);
    expect(new Set(cells)).toEqual(new Set([5]));
  });

  it("links only to sections it has, and has no section twice", () => {
    const anchors = [...page.matchAll(/<a id="([^"]+)"><\/a>/g)].map((match) => match[1]);
    const links = [...page.matchAll(/\]\(#([^)]+)\)/g)].map((match) => match[1]);
    expect(links.filter((link) => !anchors.includes(link))).toEqual([]);
    expect(new Set(anchors).size).toBe(anchors.length);
  });

  it("shows an example of each section that the schema knows, and links to rules and blueprints", () => {
    const sections = page.split(/^(?=<a id=)/m).slice(1);
    const findings = sections.map((section) => {
      const [, yaml = ""] = /^```yaml\n(.*?)^```$/ms.exec(section) ?? [];
      const { diagnostics } = readBlueprint("example.yaml", yaml);
      // An example is a part of a blueprint: what stands around it is not shown.
      const wrong = diagnostics.filter(({ rule }) => rule !== "schema/missing-key");
      return { section: section.split("\n")[2], isEmpty: yaml === "", wrong };
    });
    expect(findings.filter(({ isEmpty, wrong }) => isEmpty || wrong.length > 0)).toEqual([]);
    expect(findings.length).toBeGreaterThan(100);
    expect(page).toMatch(/^Blueprints that have it: .*\[ipam\]\(\.\.\/blueprints\/ipam\.yaml\)/m);
    expect(page).toMatch(
      /^Rules that judge it: .*\[nat-gateway-single-zone\]\(rules\.md#nat-gateway-single-zone\)/m,
    );
    const judging = [...page.matchAll(/\]\(rules\.md#([a-z0-9-]+)\)/g)].map(([, id]) => id);
    const unlinked = allRules.map(({ id }) => id).filter((id) => !judging.includes(id));
    expect(unlinked).toEqual([]);
  });

  it("marks what is required and shows defaults as YAML", () => {
    expect(rows).toContainEqual(expect.stringMatching(/^\| \*\*`apiVersion`\*\* \| `"hextet\/v1"` \|/));
    expect(rows).toContainEqual(
      expect.stringMatching(/^\| `backend` \| \[Backend\]\(#backend\) \| `\{ local: \{\} \}` \|/),
    );
  });

  it("says where a section stands", () => {
    expect(page).toContain("## Tier\n\nAt `network.subnets.<name>`.");
  });
});

describe("flow", () => {
  it.each([
    [{}, "{}"],
    [[], "[]"],
    [["a", "b"], "[a, b]"],
    [{ slot: 1, cidrIpv6: "::/0" }, '{ slot: 1, cidrIpv6: "::/0" }'],
    ["true", '"true"'],
    ["no", '"no"'],
    ["a, b", '"a, b"'],
    ["443", '"443"'],
    ["t4g.small", "t4g.small"],
    [false, "false"],
  ])("writes %j as one would in YAML", (value, expected) => {
    expect(flow(value)).toBe(expected);
  });
});

describe("escapeMarkdown", () => {
  it("shows text as it is in a cell, and leaves code as code", () => {
    expect(escapeMarkdown("a|b <script> *x* `c|<d>` & _e_\nnext")).toBe(
      "a\\|b &lt;script&gt; \\*x\\* `c\\|<d>` &amp; \\_e\\_ next",
    );
  });
});

describe("inlineCode", () => {
  it("fences backticks and escapes bars", () => {
    expect(inlineCode("a|b")).toBe("`a\\|b`");
    expect(inlineCode("a`b")).toBe("``a`b``");
    expect(inlineCode("`a")).toBe("`` `a ``");
  });
});

describe("renderRulesPage", () => {
  const page = renderRulesPage([
    { id: "schema/unknown-key", severity: "error", title: "A <key> | is unknown", why: "It has no effect." },
    { id: "cidr-not-canonical", severity: "warning", title: "Canonical.", why: "AWS rewrites it." },
  ]);

  it("has an anchor for each rule, under which findings point to it", () => {
    expect(page).toContain('<a id="schema-unknown-key"></a>\n\n### `schema/unknown-key`');
    expect(page).toContain('<a id="cidr-not-canonical"></a>\n\n### `cidr-not-canonical`');
  });

  it("lists the rules in a table, escaped", () => {
    expect(page).toContain(
      "| [`schema/unknown-key`](#schema-unknown-key) | error | A &lt;key&gt; \\| is unknown |",
    );
  });
});
