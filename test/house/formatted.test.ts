import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { blueprintSchema } from "../../src/blueprint/schema.ts";
import { adaptBlueprint, startingBlueprints } from "../../src/cli/init/starting-blueprints.ts";
import { formatBlueprint } from "../../src/reports/format/format-blueprint.ts";

const ROOT = new URL("../../", import.meta.url).pathname;

const filesIn = (folder: string, ending: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(ending))
    .map((file) => join(folder, file));

const read = (file: string) => readFileSync(join(ROOT, file), "utf8");

/** Blocks of a page that are a blueprint or a part of one: their keys at the root are a blueprint's. */
const blueprintsIn = (page: string) =>
  [...page.matchAll(/^```yaml\n(.*?)^```$/gms)]
    .map(([, text = ""]) => text)
    .filter((text) => {
      const value: unknown = parse(text);
      const keys = typeof value === "object" && value !== null ? Object.keys(value) : [];
      return keys.length > 0 && keys.every((key) => Object.hasOwn(blueprintSchema.properties ?? {}, key));
    });

const SHIPPED: readonly (readonly [string, string])[] = [
  ...filesIn("blueprints", ".yaml").map((file) => [file, read(file)] as const),
  ...startingBlueprints().map((one) => [`init --from ${one.name}`, adaptBlueprint(one, "shop")] as const),
  ...["README.md", ...filesIn("docs", ".md")].flatMap((file) =>
    blueprintsIn(read(file)).map((text, index) => [`${file}, block ${index}`, text] as const),
  ),
];

// `hextet fmt --check` over all that somebody may copy: who runs `hextet fmt` later sees only their own edits.
describe("what ships has the form that hextet fmt writes", () => {
  it("has blueprints, starting blueprints and pages with examples", () => {
    expect(SHIPPED.filter(([name]) => /^blueprints/.test(name)).length).toBeGreaterThan(15);
    expect(SHIPPED.filter(([name]) => /^init/.test(name)).length).toBeGreaterThan(15);
    expect(SHIPPED.filter(([name]) => name.includes("block")).length).toBeGreaterThan(10);
  });

  it.each(SHIPPED)("%s", (_, text) => {
    expect(formatBlueprint(text)).toBe(text);
  });
});
