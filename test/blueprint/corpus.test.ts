import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readInstances } from "../../src/blueprint/read-instances.ts";
import { syntaxRules } from "../../src/blueprint/syntax-rules.ts";

const here = new URL("./", import.meta.url);
const isIncluded = (file: string) => file.endsWith(".include.yaml");
const filesIn = (folder: string) =>
  readdirSync(new URL(`${folder}/`, here))
    .filter((file) => !isIncluded(file))
    .sort();
const read = (path: string) => readFileSync(new URL(path, here), "utf8");

/** `# ! a b` at the end of a line expects findings on that line, `# expect 3 a` anywhere one on line 3, `file` one about it as a whole, `in` one in that file. */
function expectedIn(text: string): readonly string[] {
  return text.split("\n").flatMap((line, index) => {
    const marked = / # ! (.+)$/.exec(line)?.[1]?.split(" ") ?? [];
    const [, at, rule] = /^# expect (\d+|file|in \S+) (\S+)$/.exec(line) ?? [];
    return [...marked.map((id) => `${index + 1} ${id}`), ...(rule === undefined ? [] : [`${at} ${rule}`])];
  });
}

/** All that the files of a folder include. */
const includedIn = (folder: string) =>
  new Map(
    readdirSync(new URL(`${folder}/`, here))
      .filter(isIncluded)
      .map((file) => [file, { file: `${folder}/${file}`, text: read(`${folder}/${file}`) }]),
  );

function readAll(folder: string, file: string) {
  const path = `${folder}/${file}`;
  return readInstances({ file: path, text: read(path), included: includedIn(folder) });
}

/** Each once: what is found in all environments is one place of the text. In an included file, behind its name. */
function foundIn(file: string): readonly string[] {
  const found = readAll("err", file).flatMap(({ source, diagnostics, included }) => [
    ...diagnostics.map(
      ({ at, rule, message }) => [`${source.locate(at)?.line ?? "file"} ${rule}`, at, message] as const,
    ),
    ...included.flatMap((one) =>
      one.diagnostics.map(({ at, rule, message }) => [`in ${one.source.file} ${rule}`, at, message] as const),
    ),
  ]);
  return [...new Map(found.map((one) => [JSON.stringify(one), one[0]])).values()];
}

describe("blueprints that can be read", () => {
  it.each(filesIn("ok"))("ok/%s has no findings", (file) => {
    const stacks = readAll("ok", file);
    const found = stacks.flatMap(({ source, diagnostics }) =>
      diagnostics.map(({ at, message }) => `${source.locate(at)?.line}: ${message}`),
    );
    expect(found).toEqual([]);
    for (const { blueprint } of stacks) expect(blueprint?.apiVersion).toBe("hextet/v1");
  });
});

describe("blueprints with mistakes", () => {
  it.each(filesIn("err"))("err/%s has exactly the findings marked in it", (file) => {
    const expected = expectedIn(read(`err/${file}`));
    expect(expected).not.toEqual([]);
    expect([...foundIn(file)].sort()).toEqual([...expected].sort());
  });

  it("cover every rule of reading but one which needs a megabyte and one of the command line", () => {
    const covered = new Set(filesIn("err").flatMap((file) => expectedIn(read(`err/${file}`))));
    const ids = new Set([...covered].map((entry) => entry.split(" ").at(-1)));
    // The first is of what a command line asks for.
    expect(syntaxRules.map(({ id }) => id).filter((id) => !ids.has(id))).toEqual([
      "environment/unknown-environment",
      "yaml/too-large",
    ]);
  });

  it("only ever have findings of known rules, which are sorted and told in full", () => {
    const ids: readonly string[] = syntaxRules.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
    const found = filesIn("err")
      .flatMap((file) => readAll("err", file))
      .flatMap(({ diagnostics }) => diagnostics);
    expect(found.filter(({ rule }) => !ids.includes(rule))).toEqual([]);
    for (const { message } of found) expect(message).toMatch(/^[^A-Z\n][^\n]*[^.\n]$|^U\+/);
    for (const { title, why, hint } of syntaxRules) {
      expect(title).toMatch(/^[A-Z].*[^.]$/);
      expect(why).toMatch(/\.$/);
      expect(hint).toMatch(/\.$/);
    }
  });
});
