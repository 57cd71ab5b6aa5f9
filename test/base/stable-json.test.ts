import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { stableJson } from "../../src/base/stable-json.ts";

const GENERATED = new URL("../../generated", import.meta.url).pathname;
const files = readdirSync(GENERATED, { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".json"),
);

describe("stableJson", () => {
  it.each(files)("gives the bytes that CDKTF wrote: %s", (name) => {
    const text = readFileSync(join(GENERATED, name), "utf8");
    expect(stableJson(JSON.parse(text))).toBe(text);
  });

  it("was asked about the manifest and many stacks", () => {
    expect(files).toContain("manifest.json");
    expect(files.length).toBeGreaterThan(10);
  });

  it("sorts keys, and leaves out what is undefined", () => {
    expect(stableJson({ b: [], a: { d: undefined, c: null } })).toBe(
      '{\n  "a": {\n    "c": null\n  },\n  "b": [\n  ]\n}',
    );
  });
});
