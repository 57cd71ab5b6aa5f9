import { Ajv, type ValidateFunction } from "ajv";
import ajvFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { openAjv } from "../../../src/blueprint/open-ajv.ts";
import { blueprintSchema } from "../../../src/blueprint/schema.ts";
import entry from "../../../tools/schema-store/catalog-entry.json" with { type: "json" };
import { schemaStoreFiles } from "../../../tools/schema-store/schema-store-files.ts";
import { storedSchema } from "../../../tools/schema-store/stored-schema.ts";
import { isTakenFor } from "../../support/editor.ts";
import { mistakesAt, withMistakes } from "../../support/schema-mistakes.ts";
import { fullBlueprints, newPlaces } from "../../support/schema-places.ts";

const files = schemaStoreFiles();
const below = (folder: string) => [...files].filter(([path]) => path.startsWith(folder));

/** As SchemaStore compiles what is in its strict mode: no list of types, no keyword that it does not know. */
function strictValidator(): ValidateFunction {
  const ajv = new Ajv({ strict: true, allErrors: true });
  ajvFormats.default(ajv);
  ajv.addKeyword("defaultSnippets");
  return ajv.compile(Object(storedSchema()));
}

/** Where a validator finds errors. */
function flawedPlaces(validate: ValidateFunction, blueprint: unknown): readonly string[] {
  const isValid = validate(structuredClone(blueprint));
  expect(isValid).toBe(false);
  return [...new Set((validate.errors ?? []).map(({ instancePath }) => instancePath))].sort();
}

describe("what is ready for SchemaStore", () => {
  const validate = strictValidator();

  it("is a schema under SchemaStore's address, of a draft that it takes", () => {
    const text = files.get("src/schemas/json/hextet.json") ?? "";
    expect(JSON.parse(text)).toMatchObject({
      $schema: "http://json-schema.org/draft-07/schema#",
      $id: entry.url,
    });
    expect(text).not.toMatch(/"(?:description|title)": ".*?:"/);
    expect(text).not.toContain("x-hextet");
  });

  it("has an entry of the form that the catalog wants", () => {
    expect(Object.keys(entry)).toEqual(["name", "description", "fileMatch", "url"]);
    for (const text of [entry.name, entry.description]) {
      expect(text).not.toMatch(/schema|\n|[,. \t-]$/i);
    }
  });

  it.each(["shop.hextet.yaml", "blueprints/shop.hextet.yml"])("takes %s for a blueprint", async (file) => {
    expect(await isTakenFor(entry.fileMatch, file)).toBe(true);
  });

  it.each([
    "blueprints/automation/motion.yaml",
    "blueprints/shop.yaml",
    "docker-compose.yml",
    "hextet.yaml",
    "my-hextet.yaml",
    "shop.hextet.yaml.j2.yaml",
  ])("leaves %s to others", async (file) => {
    expect(await isTakenFor(entry.fileMatch, file)).toBe(false);
  });

  it("has blueprints that are valid and blueprints that are not, with the line that SchemaStore wants first", () => {
    const [positive, negative] = [below("src/test/hextet/"), below("src/negative_test/hextet/")];
    expect([positive.length, negative.length]).toEqual([7, 8]);
    for (const [path, text] of positive) expect([path, validate(parse(text))]).toEqual([path, true]);
    for (const [path, text] of negative) expect([path, validate(parse(text))]).toEqual([path, false]);
    for (const [, text] of [...positive, ...negative]) {
      expect(text.split("\n")[0]).toBe("# yaml-language-server: $schema=../../schemas/json/hextet.json");
      expect(text).not.toContain("# !");
    }
    const used = positive.flatMap(([, text]) => Object.keys(Object(parse(text))));
    expect(Object.keys(blueprintSchema.properties ?? {}).filter((key) => !used.includes(key))).toEqual([]);
  });

  it("refuses what Hextet's own schema refuses, at the same places", () => {
    const own = openAjv().compile(blueprintSchema);
    const seen = new Set<string>();
    const documents = fullBlueprints().flatMap((blueprint) =>
      withMistakes(blueprint, [...newPlaces(blueprint, seen)].flatMap(mistakesAt)),
    );
    expect(documents.length).toBeGreaterThan(50);
    for (const { blueprint } of documents) {
      const [expected, found] = [flawedPlaces(own, blueprint), flawedPlaces(validate, blueprint)];
      expect(expected.filter((place) => !found.includes(place))).toEqual([]);
      // A value that may have two types is also refused as the other of them.
      const more = found.filter((place) => !expected.some((one) => one.startsWith(place)));
      expect(more).toEqual([]);
    }
  });
});
