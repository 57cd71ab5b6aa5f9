import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readBlueprint } from "../../src/blueprint/read-blueprint.ts";
import { normalise } from "../../src/model/normalise.ts";
import { ROOT } from "../../tools/generated-files.ts";
import { newRuleFiles } from "../../tools/new-rule-files.ts";

const ID = "sample-of-a-rule";

/** The text of one of the files that a new rule needs. */
function textOf(topic: string, path: string): string {
  const file = newRuleFiles(ROOT, topic, ID).find((one) => one.path === path);
  if (file === undefined) throw new Error(`no ${path} is made`);
  return file.text;
}

const TOPICS = [
  "addressing",
  "compute",
  "databases",
  "dns",
  "ecs",
  "eks",
  "endpoints",
  "filtering",
  "hooks",
  "ipam",
];
const MORE = ["lambda", "load-balancing", "migration", "monitoring", "routing", "transit"];

describe.each([...TOPICS, ...MORE])("a new rule of %s", (topic) => {
  test("is written, listed in its place, and has two blueprints", () => {
    const list = `src/rules/${topic}/${topic}-rules.ts`;
    expect(newRuleFiles(ROOT, topic, ID).map(({ path }) => path)).toEqual([
      `src/rules/${topic}/${ID}.ts`,
      list,
      `test/rules/${ID}/good.yaml`,
      `test/rules/${ID}/bad.yaml`,
    ]);
    const importsOf = (text: string) => [...text.matchAll(/from "\.\/(.*)\.ts"/g)].map(([, file]) => file);
    const before = importsOf(readFileSync(ROOT + list, "utf8"));
    expect(importsOf(textOf(topic, list))).toEqual([...before, ID].sort());
    expect(textOf(topic, list)).toContain("sampleOfARule");
  });
});

test("its blueprints are networks, and the bad one has one line marked", () => {
  for (const name of ["good", "bad"]) {
    const path = `test/rules/${ID}/${name}.yaml`;
    const text = textOf("dns", path);
    const { blueprint } = readBlueprint(path, text);
    expect(blueprint === null ? null : normalise(blueprint).diagnostics).toEqual([]);
    expect(text.match(new RegExp(`# ! ${ID}$`, "gm")) ?? []).toHaveLength(name === "bad" ? 1 : 0);
  }
});

test.each([
  "../x",
  "x",
  "Two-Words",
  "two--words",
  "two-words/../../x",
  "two words",
  "",
  "-two-words",
  "two-words\n",
])("the id %j is refused", (id) => {
  expect(() => newRuleFiles(ROOT, "dns", id)).toThrow("is no kebab-case id");
});

test.each(["no-topic", "../dns", "", "dns/../ecs"])("the topic %j is refused", (topic) => {
  expect(() => newRuleFiles(ROOT, topic, ID)).toThrow();
});

test("an id that there is already is refused, of whatever topic", () => {
  expect(() => newRuleFiles(ROOT, "ecs", "dns-record-twice")).toThrow("is there already");
});
