import { describe, expect, it } from "vitest";
import { atKey, atRange, atValue, type Location } from "../../src/base/diagnostic.ts";
import { readBlueprint } from "../../src/blueprint/read-blueprint.ts";

const text = `# a comment
name: edge
tags: { smile: "😀", after: x }
x-zones: &zones [a, b]
network:
  availabilityZones: *zones
  vpc:
    ipv4Cidr: 10.0.0.0/16
  subnets:
accept:
  - rule: a
    at: b
  - { at: c }
`;

/** The stretch of the text which a location stands for. */
function shown(at: Location): string {
  const { source } = readBlueprint("edge.yaml", text);
  const span = source.locate(at);
  if (span === null) return "the file";
  const { line, column, endLine, endColumn } = span;
  const lines = source.text.split("\n");
  const offset = (l: number, c: number) => lines.slice(0, l - 1).join("\n").length + (l > 1 ? 1 : 0) + c - 1;
  return source.text.slice(offset(line, column), offset(endLine, endColumn));
}

describe("Source.locate", () => {
  it.each<[string, Location, string]>([
    ["a value", atValue(["name"]), "edge"],
    ["a key", atKey(["name"]), "name"],
    ["a value behind a character of two units", atValue(["tags", "after"]), "x"],
    ["a map in block style, without the line end", atValue(["network", "vpc"]), "ipv4Cidr: 10.0.0.0/16"],
    [
      "a missing value, at the key of its nearest written ancestor",
      atValue(["network", "vpc", "ipv6", "ipam"]),
      "vpc",
    ],
    ["a missing key, likewise", atKey(["network", "vpc", "ipv6"]), "vpc"],
    ["an empty value, at its key", atValue(["network", "subnets"]), "subnets"],
    ["an alias, where it stands", atValue(["network", "availabilityZones"]), "*zones"],
    [
      "a value below an alias, at the key of the alias",
      atValue(["network", "availabilityZones", 1]),
      "availabilityZones",
    ],
    ["an item of a list", atValue(["accept", 1]), "{ at: c }"],
    ["a missing key of an item, at the item's first key", atKey(["accept", 1, "rule"]), "at"],
    ["the root, at its first key", atKey([]), "name"],
    ["a range of the text", atRange(2, 11), "a comment"],
    ["a range beyond the text, at its end", atRange(5000, 6000), ""],
  ])("finds %s", (_, at, expected) => {
    expect(shown(at)).toBe(expected);
  });

  it("counts lines and columns from 1, columns in UTF-16 units, the end exclusive", () => {
    const { source } = readBlueprint("edge.yaml", text);
    expect(source.locate(atKey(["tags", "after"]))).toEqual({
      line: 3,
      column: 22,
      endLine: 3,
      endColumn: 27,
    });
  });

  it("has no place for a path of a text that could not be read", () => {
    const { source } = readBlueprint("edge.yaml", "name: [a");
    expect(source.locate(atValue(["name"]))).toBeNull();
  });
});
