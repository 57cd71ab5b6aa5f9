import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Location } from "../../src/base/diagnostic.ts";
import { readBlueprint } from "../../src/blueprint/read-blueprint.ts";
import type { Source } from "../../src/blueprint/source.ts";

function expectInside(source: Source, at: Location): void {
  const span = source.locate(at);
  // What is about the text as a whole stands nowhere in it.
  if (span === null) return;
  const { line, column, endLine, endColumn } = span;
  const lines = source.text.split("\n");
  expect(line).toBeGreaterThanOrEqual(1);
  expect(endLine).toBeGreaterThanOrEqual(line);
  expect(endLine).toBeLessThanOrEqual(lines.length);
  expect(column).toBeGreaterThanOrEqual(1);
  expect(column).toBeLessThanOrEqual((lines[line - 1] ?? "").length + 1);
  expect(endColumn).toBeLessThanOrEqual((lines[endLine - 1] ?? "").length + 1);
  if (line === endLine) expect(endColumn).toBeGreaterThanOrEqual(column);
}

function expectFindings(text: string): void {
  const { blueprint, source, diagnostics } = readBlueprint("fuzz.yaml", text);
  if (blueprint === null) expect(diagnostics.length).toBeGreaterThan(0);
  for (const { at } of diagnostics) expectInside(source, at);
}

/** Texts made of what YAML cares about: far more of them get past the first line than of arbitrary texts. */
const yamlish = fc
  .array(
    fc.constantFrom(
      ..."a 1 : : - ? [ ] { } , & * ! | > ' \" % @ # ~ <<: :: fd00:: &a *a !!str --- ... \\ \t".split(" "),
      " ",
      "\n",
      "\n  ",
      "\n    ",
      "\n- ",
      "\r\n",
      "name: ",
      "network: ",
      "vpc: ",
      "subnets: ",
      "accept: ",
      "x-a: ",
      "__proto__: ",
      "\u202e",
      "\uFEFF",
      "\0",
      "😀",
      "\ud800",
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(""));

const key = fc.oneof(
  fc.constantFrom(
    "apiVersion",
    "name",
    "region",
    "network",
    "vpc",
    "subnets",
    "tags",
    "accept",
    "compute",
    "ipv6",
    "a",
    "x-a",
    "__proto__",
    "a/b~c",
  ),
  fc.string(),
);

const tree = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.string(),
    fc.integer(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    tie("list"),
    tie("map"),
  ),
  list: fc.array(tie("value"), { maxLength: 4 }),
  map: fc.array(fc.tuple(key, tie("value")), { maxLength: 6 }).map((entries) => new Map(entries)),
})).map;

function toJson(value: unknown): string {
  if (value instanceof Map) {
    return `{${[...value].map(([name, child]) => `${JSON.stringify(name)}: ${toJson(child)}`).join(", ")}}`;
  }
  return Array.isArray(value) ? `[${value.map(toJson).join(", ")}]` : (JSON.stringify(value) ?? "null");
}

describe("readBlueprint on hostile input", () => {
  it("never throws on arbitrary text, and every finding lies in the text", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), expectFindings), { numRuns: 150 });
    fc.assert(fc.property(yamlish, expectFindings), { numRuns: 600 });
  });

  it("never throws on arbitrary JSON, and every finding lies in the text", () => {
    fc.assert(
      fc.property(tree, (value) => expectFindings(toJson(value))),
      { numRuns: 300 },
    );
  });

  it("finds a place in the text for every path", () => {
    const path = fc.array(fc.oneof(key, fc.nat({ max: 3 })), { maxLength: 5 });
    fc.assert(
      fc.property(
        fc.oneof(yamlish, tree.map(toJson)),
        path,
        fc.constantFrom("key", "value"),
        (text, steps, part) => {
          expectInside(readBlueprint("fuzz.yaml", text).source, { kind: "path", path: steps, part });
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each<[string, string, string]>([
    ["ten megabytes of nesting", "[".repeat(10_000_000), "yaml/too-large"],
    ["a megabyte of brackets", "[".repeat(1_000_000), "yaml/too-deep"],
    ["a megabyte of lists in lists", "- ".repeat(500_000), "yaml/too-deep"],
    ["a megabyte of keys in keys", "? ".repeat(500_000), "yaml/too-deep"],
    ["a megabyte of commas", `[${",".repeat(1_000_000)}`, "yaml/too-large"],
    ["too many values", `x-a: [${"1,".repeat(60_000)}]`, "yaml/too-large"],
    ["65 lists in a map", `x-a: ${"[".repeat(64)}${"]".repeat(64)}`, "yaml/too-deep"],
    [
      "aliases that nest",
      `x-a: [&a0 [], ${Array.from({ length: 99 }, (_, i) => `&a${i + 1} [*a${i}]`).join(", ")}]`,
      "yaml/alias",
    ],
  ])("answers %s with a finding", (_, text, rule) => {
    const { diagnostics } = readBlueprint("hostile.yaml", text);
    expect(diagnostics[0]?.rule).toBe(rule);
  });

  it("takes 45,000 values", () => {
    const { diagnostics } = readBlueprint("large.yaml", `x-a: [${"1,".repeat(45_000)}]`);
    expect(diagnostics.filter(({ rule }) => rule === "yaml/too-large")).toEqual([]);
  });

  it("takes 64 maps and lists in each other", () => {
    const { diagnostics } = readBlueprint("deep.yaml", `x-a: ${"[".repeat(63)}${"]".repeat(63)}`);
    expect(diagnostics.filter(({ rule }) => rule === "yaml/too-deep")).toEqual([]);
  });

  it("reports at most 200 findings, errors first", () => {
    const text = `x-a: [${"::1, ".repeat(300)}]\nx-b: [${"*a, ".repeat(300)}]`;
    const { blueprint, diagnostics } = readBlueprint("many.yaml", text);
    expect(blueprint).toBeNull();
    expect(diagnostics.map(({ severity }) => severity)).toEqual(Array.from({ length: 200 }, () => "error"));
  });
});
