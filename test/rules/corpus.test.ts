import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/base/diagnostic.ts";
import { readBlueprint } from "../../src/blueprint/read-blueprint.ts";
import type { Source } from "../../src/blueprint/source.ts";
import type { Network } from "../../src/model/types/network.ts";
import { acceptanceRules } from "../../src/rules/acceptances.ts";
import { allRules } from "../../src/rules/all-rules.ts";
import { judge } from "../../src/rules/judge.ts";
import { withoutInnocentBefore } from "../support/innocent-siblings.ts";
import {
  besideOf,
  CORPUS,
  CORPUS_DAY,
  compiled,
  goldenOf,
  renderedFindings,
} from "../support/rule-corpus.ts";

const RULES = join(CORPUS, "../../src/rules");

const ids = [...allRules, ...acceptanceRules].map(({ id }) => id).sort();
const folders = readdirSync(CORPUS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();
const files = folders.flatMap((folder) =>
  readdirSync(join(CORPUS, folder)).map((name) => ({ folder, name, path: join(folder, name) })),
);
const good = files.filter(({ name }) => /^good(-[a-z0-9-]+)?\.yaml$/.test(name));
const bad = files.filter(({ name }) => /^bad(-[a-z0-9-]+)?\.yaml$/.test(name));

/** Bad blueprints in which no entry can be innocent, and why. */
const ALL_GUILTY: Readonly<Record<string, string>> = {
  "database-subnet-group-single-zone/bad-one-zone.yaml": "every group of a VPC with one zone stands in one",
  "eks-too-few-zones/bad-one-zone.yaml": "every cluster of a VPC with one zone stands in one",
  "listener-rule-condition-text/bad-header.yaml":
    "headers have no path in the network that tells their order",
  "listener-rule-condition-text/bad-query.yaml":
    "parameters have no path in the network that tells their order",
};

interface Judged {
  readonly network: Network;
  readonly source: Source;
  readonly findings: readonly Diagnostic[];
}

function judgeFile(path: string, text: string): Judged {
  const { blueprint, source, diagnostics } = readBlueprint(path, text);
  if (blueprint === null) throw new Error(`${path} cannot be read: ${JSON.stringify(diagnostics)}`);
  const { judged, findings } = compiled(path);
  const [network] = judged;
  if (network === undefined) throw new Error(`${path} is no network: ${JSON.stringify(findings)}`);
  return { network, source, findings: judge(network, CORPUS_DAY) };
}

/** What all rules together say about a file, as `line: rule`. */
function findingsIn(path: string, text: string): readonly string[] {
  const { source, findings } = judgeFile(path, text);
  return findings.map(({ at, rule }) => `${source.locate(at)?.line}: ${rule}`).sort();
}

/** What a file says about itself: each line may end with `# ! rule-id`, or several ids. */
function marksIn(text: string): readonly string[] {
  return text
    .split("\n")
    .flatMap((line, index) => {
      const marked = / # ! ([a-z0-9 -]+)$/.exec(line)?.[1] ?? "";
      return marked
        .split(" ")
        .filter((id) => id !== "")
        .map((id) => `${index + 1}: ${id}`);
    })
    .sort();
}

function read(path: string): string {
  return readFileSync(join(CORPUS, path), "utf8");
}

describe.each(bad)("$path", ({ folder, path }) => {
  const text = read(path);
  const marks = marksIn(text);

  test("has its rule's mark", () => {
    expect(marks.map((mark) => mark.split(" ")[1])).toContain(folder);
  });

  test("says what stands beside it: `npm run generate` writes it, and a person reads it", async () => {
    const golden = join(CORPUS, goldenOf(path));
    await expect(renderedFindings(path)).toMatchFileSnapshot(golden);
  });

  test("has exactly the findings that it marks", () => {
    expect(findingsIn(path, text)).toEqual(marks);
  });

  test("has an innocent entry before the first guilty one, in every map that the finding lies in", () => {
    const { network, findings } = judgeFile(path, text);
    const own = findings.filter(({ rule }) => rule === folder);
    const paths = own.flatMap(({ at }) => (at.kind === "path" ? [at.path] : []));
    expect(withoutInnocentBefore(network, paths)).toEqual(path in ALL_GUILTY ? [expect.any(String)] : []);
  });
});

test.each(good)("$path has no findings", ({ path }) => {
  const text = read(path);
  expect(marksIn(text)).toEqual([]);
  expect(findingsIn(path, text)).toEqual([]);
});

describe("the corpus", () => {
  test("has a folder for each rule, and for nothing else", () => {
    expect(folders).toEqual(ids);
  });

  test.each(ids)("has a good and a bad blueprint for %s", (id) => {
    expect(good.filter(({ folder }) => folder === id)).not.toEqual([]);
    expect(bad.filter(({ folder }) => folder === id)).not.toEqual([]);
  });

  test("has no files that nothing reads", () => {
    const goldens = bad.map(({ path }) => goldenOf(path));
    const beside = [...good, ...bad].flatMap(({ path }) => besideOf(path).map(({ file }) => file));
    const known = [...new Set([...[...good, ...bad].map(({ path }) => path), ...goldens, ...beside])].sort();
    expect(files.map(({ path }) => path).sort()).toEqual(known);
  });
});

describe("the rules", () => {
  test("are listed, sorted by id, one for each file of the room", () => {
    const files = readdirSync(RULES, { recursive: true, encoding: "utf8" }).filter((file) =>
      file.includes("/"),
    );
    const isList = (file: string) => file === `${dirname(file)}/${dirname(file)}-rules.ts`;
    const names = files.filter((file) => !isList(file)).map((file) => basename(file, ".ts"));
    expect(allRules.map(({ id }) => id)).toEqual(names.sort());
  });

  test.each(allRules)("$id cites a fact, and says what it wants in a sentence", ({ title, why, sources }) => {
    expect(sources).not.toEqual([]);
    for (const text of [title, why]) expect(text).toMatch(/^[A-Z0-9/].*\.$/);
  });
});
