import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readBlueprint } from "../../src/blueprint/read-blueprint.ts";
import { syntaxRules } from "../../src/blueprint/syntax-rules.ts";

const here = new URL("./", import.meta.url);
const filesIn = (folder: string) => readdirSync(new URL(`${folder}/`, here)).sort();
const read = (path: string) => readFileSync(new URL(path, here), "utf8");

/** `# ! a b` at the end of a line expects findings on that line, `# expect 3 a` anywhere one on line 3. */
function expectedIn(text: string): readonly string[] {
  return text.split("\n").flatMap((line, index) => {
    const marked = / # ! (.+)$/.exec(line)?.[1]?.split(" ") ?? [];
    const [, at, rule] = /^# expect (\d+) (\S+)$/.exec(line) ?? [];
    return [...marked.map((id) => `${index + 1} ${id}`), ...(rule === undefined ? [] : [`${at} ${rule}`])];
  });
}

function foundIn(path: string): readonly string[] {
  const { source, diagnostics } = readBlueprint(path, read(path));
  return diagnostics.map(({ at, rule }) => `${source.locate(at).line} ${rule}`);
}

describe("blueprints that can be read", () => {
  it.each(filesIn("ok"))("ok/%s has no findings", (file) => {
    const { blueprint, source, diagnostics } = readBlueprint(file, read(`ok/${file}`));
    expect(diagnostics.map(({ at, message }) => `${source.locate(at).line}: ${message}`)).toEqual([]);
    expect(blueprint?.apiVersion).toBe("hextet/v1");
  });
});

describe("blueprints with mistakes", () => {
  it.each(filesIn("err"))("err/%s has exactly the findings marked in it", (file) => {
    const expected = expectedIn(read(`err/${file}`));
    expect(expected).not.toEqual([]);
    expect([...foundIn(`err/${file}`)].sort()).toEqual([...expected].sort());
  });

  it("cover every rule of reading but the one which needs a megabyte", () => {
    const covered = new Set(filesIn("err").flatMap((file) => expectedIn(read(`err/${file}`))));
    const ids = new Set([...covered].map((entry) => entry.split(" ")[1]));
    expect(syntaxRules.map(({ id }) => id).filter((id) => !ids.has(id))).toEqual(["yaml/too-large"]);
  });

  it("only ever have findings of known rules, which are sorted and told in full", () => {
    const ids: readonly string[] = syntaxRules.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
    const found = filesIn("err").flatMap((file) => readBlueprint(file, read(`err/${file}`)).diagnostics);
    expect(found.filter(({ rule }) => !ids.includes(rule))).toEqual([]);
    for (const { message } of found) expect(message).toMatch(/^[^A-Z\n][^\n]*[^.\n]$|^U\+/);
    for (const { title, why, hint } of syntaxRules) {
      expect(title).toMatch(/^[A-Z].*[^.]$/);
      expect(why).toMatch(/\.$/);
      expect(hint).toMatch(/\.$/);
    }
  });
});
