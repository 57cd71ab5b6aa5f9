import { describe, expect, it } from "vitest";
import type { CompletionItem } from "yaml-language-server";
import type { Diagnostic } from "../../../src/base/diagnostic.ts";
import type { Path } from "../../../src/base/path.ts";
import { readBlueprint } from "../../../src/blueprint/read-blueprint.ts";
import { resolve, type Schema } from "../../../src/blueprint/schema.ts";
import { atValue, type Edited, inserted, inside, textWith } from "../../support/edited.ts";
import { offeredInEditor, shownInEditor } from "../../support/editor.ts";
import { fullBlueprints, newPlaces } from "../../support/schema-places.ts";

const seen = new Set<string>();
const places = fullBlueprints().flatMap((blueprint) => [...newPlaces(blueprint, seen)]);
const objects = places.filter(({ schema }) => schema.properties !== undefined);
const keysOf = ({ properties = {} }: Schema) => Object.keys(properties);

const offeredAt = ({ text, cursor }: Edited) => offeredInEditor(text, cursor);
const labelsOf = (items: readonly CompletionItem[]) => items.map(({ label }) => label);

/** What Hextet says against what stands at or below a path; that something is still to be written is no fault of it. */
function faultsIn(text: string, path: Path, unfinished: RegExp): readonly string[] {
  const { diagnostics } = readBlueprint("edited.yaml", text);
  const isBelow = ({ at }: Diagnostic) =>
    at.kind !== "path" || path.every((step, index) => at.path[index] === step);
  return diagnostics
    .filter((found) => isBelow(found) && !unfinished.test(`${found.rule}: ${found.message}`))
    .map(({ rule, message }) => `${rule}: ${message}`);
}

const UNFINISHED =
  /got nothing$|^schema\/(missing-key|choose-one|empty-list)|^include\/unreadable: .*no such file$/;
const NONE = /^$/;

describe("where a key can be written", () => {
  it("are places of the whole schema", () => {
    expect(objects.length).toBeGreaterThan(140);
    expect(places.filter(({ schema }) => schema.default !== undefined).length).toBeGreaterThan(200);
  });

  it.each(["", "the first letter of one"])("the editor offers all keys, behind %j", async (typed) => {
    for (const { id, path, schema } of objects) {
      const keys = keysOf(schema);
      const labels = labelsOf(await offeredAt(inside(path, typed === "" ? "" : keys[0]?.[0])));
      expect(
        keys.filter((key) => !labels.includes(key)),
        id,
      ).toEqual([]);
      // All required keys at once have the title of what they make.
      expect(
        labels.filter((label) => !keys.includes(label) && label !== schema.title),
        id,
      ).toEqual([]);
    }
  });

  it("the editor offers the other keys below one that is there", async () => {
    for (const { id, path, schema } of objects.filter(({ path }) => typeof path.at(-1) === "string")) {
      const [first = "", ...others] = keysOf(schema);
      const labels = labelsOf(await offeredAt(inside(path, `${first}: x\n${"  ".repeat(path.length)}`)));
      expect(
        others.filter((key) => !labels.includes(key)),
        id,
      ).toEqual([]);
      expect(labels, id).not.toContain(first);
    }
  });

  it("the editor offers a name where the author invents one, and says what a name is", async () => {
    for (const { id, path, schema } of places.filter(({ schema }) => schema.propertyNames !== undefined)) {
      const { title, description = "?" } = resolve(schema.propertyNames ?? {});
      const items = await offeredAt(inside(path));
      expect(labelsOf(items), id).toEqual([title]);
      expect(JSON.stringify(items), id).toContain(JSON.stringify(description).slice(1, -1));
    }
  });

  it("what it inserts is YAML that fits the schema, as far as it is written", async () => {
    for (const { id, path, schema } of objects) {
      const edited = inside(path);
      for (const { label, insertText = "", documentation } of await offeredAt(edited)) {
        expect(documentation, `${id}.${label}`).toBeTruthy();
        const faults = faultsIn(inserted(edited, insertText), path, UNFINISHED);
        expect(faults, `${id}.${label}: ${insertText}`).toEqual([]);
      }
      expect(keysOf(schema).length, id).toBeGreaterThan(0);
    }
  });

  it("a choice with nothing to set is inserted whole", async () => {
    const edited = inside(["network", "routes", "app", "internet", "target"]);
    const items = await offeredAt(edited);
    const gateway = items.find(({ label }) => label === "internetGateway");
    expect(gateway?.insertText).toBe("internetGateway: {}");
  });
});

/** An empty list or map is inserted as nothing: the server goes on to the next line, where keys and items are offered. */
const isWrittenAsNothing = ({ default: value }: Schema) => typeof value === "object";

describe("where a value can be written", () => {
  const values = places.filter(({ path }) => path.length > 0);

  it("the editor offers every word that can stand there", async () => {
    const worded = values.filter(({ schema }) => wordsOf(schema).length > 0);
    expect(worded.length).toBeGreaterThan(100);
    for (const { id, path, schema } of worded) {
      const labels = labelsOf(await offeredAt(atValue(path)));
      expect(
        wordsOf(schema).filter((word) => !labels.some((label) => unquoted(label) === word)),
        id,
      ).toEqual([]);
    }
  });

  it("the editor offers the default, which fits the schema", async () => {
    for (const { id, path, schema } of values.filter(({ schema }) => schema.default !== undefined)) {
      const edited = atValue(path);
      const items = await offeredAt(edited);
      const offered = items.find(({ detail }) => detail === "Default value");
      expect(offered, id).toBeDefined();
      const text = inserted(edited, offered?.insertText ?? "");
      expect(faultsIn(text, path, isWrittenAsNothing(schema) ? UNFINISHED : NONE), `${id}: ${text}`).toEqual(
        [],
      );
    }
  });

  it("only an empty list or map and a choice are no whole default", () => {
    const cut = places.filter(({ schema }) => schema.default !== undefined && isWrittenAsNothing(schema));
    const full = cut.filter(({ schema }) => Object.keys(Object(schema.default)).length > 0);
    expect(full.map(({ schema }) => schema.default)).toEqual([
      { amazonProvided: {} },
      { local: {} },
      { defaultRouteTable: {} },
      ["Do53"],
    ]);
  });
});

function wordsOf({ enum: words, const: only, type }: Schema): readonly string[] {
  if (type === "boolean") return ["true", "false"];
  return (words ?? (only === undefined ? [] : [only])).map(String);
}

function unquoted(label: string): string {
  return label.replace(/^"(.*)"$/, "$1");
}

describe("over a key", () => {
  it("the editor shows its description", async () => {
    const keyed = places.filter(({ path }) => typeof path.at(-1) === "string");
    for (const { id, path, value, schema } of keyed) {
      const text = textWith(path, value);
      const shown = await shownInEditor(text, keyOffset(text, path));
      expect(plain(shown), id).toContain(plain(schema.description ?? "?"));
    }
  });
});

/** Where in a text with one place the last key of its path stands. */
function keyOffset(text: string, path: Path): number {
  const keys = path.filter((step) => typeof step === "string");
  return keys.reduce((offset, key) => text.indexOf(`${key}:`, offset), 0) + 1;
}

/** A text as words: the editor shows Markdown, with its signs escaped and its lines doubled. */
function plain(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9]+/g, " ").trim();
}
