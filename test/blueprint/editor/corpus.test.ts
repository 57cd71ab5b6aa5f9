import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readBlueprint, readWhole } from "../../../src/blueprint/read-blueprint.ts";
import type { SourceText } from "../../../src/blueprint/source.ts";
import { findingsInEditor } from "../../support/editor.ts";

const root = new URL("../../../", import.meta.url);

/** Lines that only one of the two speaks of. */
interface Lines {
  readonly hextet: readonly number[];
  readonly editor: readonly number[];
}

const LEXICAL = "what YAML itself allows, and the schema never sees as it was written";
const UNREADABLE = "the text is no YAML: the editor judges what it makes of the rest, Hextet does not guess";
const FOLLOWS = "the editor also says what only follows from the one mistake that Hextet tells";

/** Files on which the two speak of different lines, and why. */
const differences: Readonly<Record<string, Lines & { readonly because: string }>> = {
  "alias-bomb.yaml": { hextet: [5], editor: [], because: LEXICAL },
  "alias.yaml": { hextet: [10], editor: [], because: "an alias in place of a key" },
  "characters.yaml": { hextet: [4], editor: [], because: LEXICAL },
  "conflict.yaml": { hextet: [], editor: [1, 6, 8, 9], because: UNREADABLE },
  "directive.yaml": { hextet: [1], editor: [3], because: UNREADABLE },
  "documents.yaml": { hextet: [9], editor: [10], because: "the editor takes each document for a blueprint" },
  "empty.yaml": { hextet: [1], editor: [], because: "nobody writes yet" },
  "escapes.yaml": { hextet: [9, 10], editor: [], because: LEXICAL },
  "include.yaml": { hextet: [9, 10, 11, 12, 13], editor: [], because: "the editor reads no other file" },
  "keys.yaml": { hextet: [9, 10, 11, 12, 13, 14, 16, 17], editor: [], because: LEXICAL },
  "number.yaml": { hextet: [10, 11, 14], editor: [], because: LEXICAL },
  "proto.yaml": { hextet: [12, 13], editor: [], because: LEXICAL },
  "quote.yaml": { hextet: [], editor: [2], because: UNREADABLE },
  "tab.yaml": { hextet: [], editor: [4], because: UNREADABLE },
  "tag.yaml": { hextet: [3, 4, 5], editor: [], because: LEXICAL },
  "too-deep-block.yaml": { hextet: [66], editor: [2], because: "Hextet stops before anything recurses" },
  "unclosed.yaml": { hextet: [], editor: [2], because: UNREADABLE },
  "unknown-key.yaml": { hextet: [], editor: [1], because: FOLLOWS },
  "unquoted-list.yaml": { hextet: [1, 2, 4, 5, 6, 7, 8, 9], editor: [], because: LEXICAL },
  "unquoted-parse.yaml": { hextet: [], editor: [2], because: UNREADABLE },
  "wrong-level.yaml": { hextet: [], editor: [4, 8], because: FOLLOWS },
};

async function differencesIn(text: string): Promise<Lines> {
  const { source, diagnostics } = readBlueprint("edited.yaml", text);
  const hextet = new Set(diagnostics.map(({ at }) => source.locate(at)?.line ?? 1));
  const editor = new Set((await findingsInEditor(text)).map(({ line }) => line));
  return { hextet: missingIn(editor, hextet), editor: missingIn(hextet, editor) };
}

function missingIn(others: ReadonlySet<number>, lines: ReadonlySet<number>): readonly number[] {
  return [...lines].filter((line) => !others.has(line)).sort((a, b) => a - b);
}

/** Every schema error of a text on whose line the editor says nothing. */
async function unseenIn(text: string): Promise<readonly string[]> {
  const { source, diagnostics } = readBlueprint("edited.yaml", text);
  const lines = new Set((await findingsInEditor(text)).map(({ line }) => line));
  const shape = diagnostics.filter(({ rule }) => rule.startsWith("schema/"));
  return shape
    .map(({ at, rule }) => ({ rule, line: source.locate(at)?.line ?? 1 }))
    .filter(({ line }) => !lines.has(line))
    .map(({ line, rule }) => `${line} ${rule}`);
}

function errorsIn(text: string, included: ReadonlyMap<string, SourceText>): readonly string[] {
  const { diagnostics } = readWhole({ file: "read.yaml", text, included }).reading;
  return diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message);
}

const yamlFilesIn = (folder: string) =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".yaml"))
    .sort();
const isIncluded = (file: string) => file.endsWith(".include.yaml");
const read = (path: string) => readFileSync(new URL(path, root), "utf8");

/** What the blueprints of a folder may include, by name. */
const includedIn = (folder: string) =>
  new Map(
    yamlFilesIn(folder)
      .filter(isIncluded)
      .map((file) => [file, { file, text: read(folder + file) }]),
  );

describe("the editor and Hextet", () => {
  const mistaken = yamlFilesIn("test/blueprint/err/").filter((file) => !isIncluded(file));
  it.each(mistaken)("speak of the same lines of err/%s", async (file) => {
    const text = read(`test/blueprint/err/${file}`);
    const { because = null, ...lines } = differences[file] ?? { hextet: [], editor: [] };
    expect({ ...(await differencesIn(text)), because }).toEqual({ ...lines, because });
    expect(await unseenIn(text)).toEqual([]);
  });

  it("differ on no file that is gone", () => {
    const files = yamlFilesIn("test/blueprint/err/");
    expect(Object.keys(differences).filter((file) => !files.includes(file))).toEqual([]);
    const agreed = Object.entries(differences).filter(
      ([, { hextet, editor }]) => hextet.length + editor.length === 0,
    );
    expect(agreed).toEqual([]);
  });

  it.each(["blueprints/", "test/blueprint/ok/", "test/rules/"])(
    "both can read every file of %s",
    async (folder) => {
      const files = yamlFilesIn(folder).filter((file) => !isIncluded(file));
      const included = includedIn(folder);
      expect(files.length).toBeGreaterThan(5);
      for (const file of files) {
        const text = read(folder + file);
        expect(errorsIn(text, included), file).toEqual([]);
        expect(await findingsInEditor(text, new URL(folder + file, root)), file).toEqual([]);
      }
    },
    120_000,
  );
});
