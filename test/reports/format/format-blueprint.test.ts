import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { compile } from "../../../src/pipeline.ts";
import { formatBlueprint } from "../../../src/reports/format/format-blueprint.ts";
import { stackText } from "../../support/synth-json.ts";

const ROOT = new URL("../../../", import.meta.url).pathname;
const TODAY = "2026-11-28";

/** Every blueprint of the repository, those with mistakes too. */
const FILES = ["blueprints", "test/blueprint", "test/rules"].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.ya?ml$/.test(file))
    .map((file) => join(folder, file)),
);

const read = (file: string) => readFileSync(join(ROOT, file), "utf8");

describe("formatBlueprint", () => {
  it("formats what it has formatted to the same, over the whole corpus", { timeout: 120_000 }, () => {
    let formatted = 0;
    for (const file of FILES) {
      const once = formatBlueprint(read(file));
      if (once === null) continue;
      formatted += 1;
      expect(formatBlueprint(once), file).toBe(once);
    }
    expect(formatted).toBeGreaterThan(600);
  });

  // Each is compiled twice: a part of the corpus that has files of every kind of rule is enough.
  it("leaves the findings of every eighth file as they are", { timeout: 120_000 }, () => {
    for (const file of FILES.filter((_, index) => index % 8 === 0)) {
      const once = formatBlueprint(read(file));
      const [before, after] = [read(file), once ?? ""].map(
        (text) => compile([{ file, text }], TODAY).findings,
      );
      // What it repairs: texts that were read as something else.
      const isRepaired = before?.some(
        ({ severity, rule }) => severity === "error" || rule.startsWith("yaml/"),
      );
      const what = (found: typeof before) =>
        found?.map(({ rule, pointer, message }) => `${rule} ${pointer} ${message}`).sort();
      if (once !== null && isRepaired === false) expect(what(after), file).toEqual(what(before));
    }
  });

  it.each(FILES.filter((file) => file.startsWith("blueprints/")))(
    "leaves the stack of %s as it is",
    (file) => {
      const text = formatBlueprint(read(file));
      const stackOf = (one: string) => compile([{ file, text: one }], TODAY).networks.map(stackText);
      expect(stackOf(text ?? "")).toEqual(stackOf(read(file)));
      const comments = (one: string) => one.match(/(?<=^|\s)#.*$/gm);
      expect(comments(text ?? "")).toEqual(comments(read(file)));
    },
  );

  it.each([
    ['version: "1.30"', 'version: "1.30"'],
    ["x-a: 2001:db8:0:0:0:0:0:1", 'x-a: "2001:db8:0:0:0:0:0:1"'],
    ["x-a: no", 'x-a: "no"'],
    ["x-a: 2027-06-30", 'x-a: "2027-06-30"'],
    ["x-a: 12:30", 'x-a: "12:30"'],
    ["x-a: 10.20.0.0/16", "x-a: 10.20.0.0/16"],
    ["x-a: {a: 1,b: [x,z]} # why", "x-a: { a: 1, b: [x, z] } # why"],
    ["x-a: [ {a: [ ]}, [ 1 ], { } ]", "x-a: [{ a: [] }, [1], {}]"],
    [
      "x-a:\n  { a: 1,\n    b: [x,\n z], # why\n c: {d: 1} }",
      "x-a:\n  a: 1\n  b:\n    - x\n    - z\n    # why\n  c: { d: 1 }",
    ],
    ["name: 0123", 'name: "0123"'],
    ["eks: { clusters: { one: { version: 1.30 } } }", 'eks: { clusters: { one: { version: "1.30" } } }'],
  ])("writes %s as %s", (text, expected) => {
    expect(formatBlueprint(text)).toBe(`${expected}\n`);
  });

  it("keeps block texts, anchors and blank lines", () => {
    const text = "# head\n\nx-a: &tags\n  a: b # c\n\ntags: *tags\nx-b: |\n  one: two\n    three\n";
    expect(formatBlueprint(text)).toBe(text);
    expect(parse(text)).toEqual(parse(formatBlueprint(text) ?? ""));
  });

  it.each([
    "x-a: # beside\n  b: 1\n",
    "x-a: # beside\n  # below\n  # and below\n  b: 1\n",
    "x-a:\n  # below\n  b: 1\n",
    "x-a: # beside\n  - 1\n  - { a: [x, z] } # one\n\nx-c: 1 # two\n",
    "x-a:\n  b:\n    c: 1\n    # of b\n  # of d\n  # too\n  d: 1\n",
    "x-a:\n  b:\n    c: 1\n    # of b\n\n  # of d\n  d: 1\n",
    "x-a:\n  b:\n    c: 1\n    # of b\n  # of a\nx-d: 1\n",
    "x-a:\n  b:\n    - c: 1\n    # of b\n# of all\n",
    "x-a: # beside\n  b: # deeper\n    c: # deepest\n      d: 1\n",
  ])("leaves comments beside what they are about: %j", (text) => {
    expect(formatBlueprint(text)).toBe(text);
  });

  it("has nothing to say of what is no YAML", () => {
    expect(formatBlueprint("a: [")).toBeNull();
  });
});
