import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import type { Diagnostic } from "../../../src/base/diagnostic.ts";
import { readBlueprint } from "../../../src/blueprint/read-blueprint.ts";
import { ONE_PLACE_A_LINE } from "../../support/edited.ts";
import { findingsInEditor } from "../../support/editor.ts";
import { mistakesAt, type SchemaMistake, withMistakes } from "../../support/schema-mistakes.ts";
import { fullBlueprints, newPlaces } from "../../support/schema-places.ts";

/** What only one of the two says on its line, and why. */
const differences = {
  "hextet: schema/duplicate-item":
    "Hextet shows the later of the two items, the editor can only underline the list they are in",
  "editor: Array has duplicate items.": "the same, seen from the editor",
  "editor: Object has more properties than limit of 1.":
    "beside an unknown key in a choice: Hextet says that it is unknown, not also that it is one too many",
};

const seen = new Set<string>();
const documents = fullBlueprints().flatMap((blueprint) =>
  withMistakes(blueprint, [...newPlaces(blueprint, seen)].flatMap(mistakesAt)),
);

function isAbout({ at }: Diagnostic, { path }: SchemaMistake): boolean {
  return at.kind === "path" && path.every((step, index) => at.path[index] === step);
}

describe("of every mistake that the schema refuses", () => {
  const differing = new Set<string>();

  it.each(documents.map((document, index) => [index, document] as const))(
    "Hextet and the editor speak on the same line (%i)",
    async (_, document) => {
      const { blueprint, mistakes } = document;
      const text = stringify(blueprint, ONE_PLACE_A_LINE);
      const { source, diagnostics } = readBlueprint("mistaken.yaml", text);
      const unnoticed = mistakes.filter((mistake) => !diagnostics.some((found) => isAbout(found, mistake)));
      expect(unnoticed).toEqual([]);
      const hextet = diagnostics.map(({ at, rule }) => ({
        line: source.locate(at)?.line ?? 0,
        says: `hextet: ${rule}`,
      }));
      const found = await findingsInEditor(text);
      const editor = found.map(({ line, message }) => ({ line, says: `editor: ${message}` }));
      const alone = [...without(hextet, editor), ...without(editor, hextet)];
      for (const { says } of alone) differing.add(says);
      expect(alone.filter(({ says }) => !Object.hasOwn(differences, says))).toEqual([]);
    },
  );

  it("the differences are those that are known, and every keyword of the schema is among the mistakes", () => {
    expect([...differing].sort()).toEqual(Object.keys(differences).sort());
    const keywords = new Set(documents.flatMap(({ mistakes }) => mistakes.map(({ keyword }) => keyword)));
    expect([...keywords].sort()).toEqual([
      "additionalProperties",
      "const",
      "enum",
      "format",
      "maxItems",
      "maxLength",
      "maxProperties",
      "maximum",
      "minItems",
      "minLength",
      "minProperties",
      "minimum",
      "pattern",
      "propertyNames",
      "required",
      "type",
      "uniqueItems",
    ]);
    expect(documents.flatMap(({ mistakes }) => mistakes).length).toBeGreaterThan(2000);
  });
});

interface Said {
  readonly line: number;
  readonly says: string;
}

function without(said: readonly Said[], others: readonly Said[]): readonly Said[] {
  return said.filter(({ line }) => !others.some((other) => other.line === line));
}
