import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sourceDocuments } from "../../src/aws/corrections/correction.ts";
import { corrections } from "../../src/aws/corrections/corrections.ts";
import { explanations } from "../../src/reports/findings/explanations.ts";

const root = new URL("../../", import.meta.url).pathname;
const ids = explanations.map(({ id }) => id);

describe("the corrections", () => {
  it("name rules that exist", () => {
    expect(corrections.flatMap(({ rules }) => rules).filter((rule) => !ids.includes(rule))).toEqual([]);
  });

  it("name blueprints that exist", () => {
    const there = readdirSync(join(root, "blueprints")).map((file) => file.replace(/\.yaml$/, ""));
    const named = corrections.flatMap(({ blueprints }) => blueprints);
    expect(named.filter((name) => !there.includes(name))).toEqual([]);
  });

  it("each act somewhere, and cover every document", () => {
    const idle = corrections.filter(
      ({ rules, blueprints, elsewhere }) => rules.length + blueprints.length === 0 && elsewhere === undefined,
    );
    expect(idle.map(({ claim }) => claim)).toEqual([]);
    const documents = corrections.map(({ document }) => document);
    expect([...new Set(documents)]).toEqual(Object.keys(sourceDocuments));
  });

  it("have a source with the day it was read, and each claim once", () => {
    for (const { checked, source, since } of corrections) {
      expect(checked).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(source.length).toBeGreaterThan(10);
      if (since !== undefined)
        expect(since).toMatch(/^(20\d\d(-\d\d){0,2}|provider \d+\.\d+\.\d+ \(20\d\d-\d\d(-\d\d)?\))$/);
    }
    const claims = corrections.map(({ document, claim }) => `${document}: ${claim}`);
    expect(claims).toEqual([...new Set(claims)]);
  });
});
