import { describe, expect, test } from "vitest";
import { allFacts, topics } from "../../support/all-facts.ts";

const EVIDENCE =
  /^https:\/\/[^\s;]+|^RFC \d+|^(botocore 1\.43\.(11|107) model of|terraform validate with|schema of|bindings of|request body captured from|requests? of AWS provider|acceptance test of|documentation of|plan of|CHANGELOG of|DescribeInstanceTypes dump of|AWS pricing page|IPv6 on AWS whitepaper|listings of)|^expert knowledge, not verified$/;

/** Releases, standards, issues and archived revisions; and addresses that hold a day or a month. */
const DATED =
  /botocore 1\.|AWS provider \d|RFC \d|CHANGELOG|github\.com\/[^;]*\/(issues|pull|discussions|blob|releases)\/|\/20\d\d\/\d\d\//;

function isDay(text: string): boolean {
  return new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
}

describe("facts", () => {
  test.each(topics.flatMap((topic) => Object.entries(topic)))(
    "the id of %s is its key in kebab case",
    (key, fact) => {
      expect(fact.id).toBe(key.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "-").toLowerCase());
    },
  );

  test("all of them are listed, sorted, each id once", () => {
    const ids = allFacts.map((fact) => fact.id);
    expect(ids).toEqual(
      [...new Set(topics.flatMap((topic) => Object.values(topic).map((fact) => fact.id)))].sort(),
    );
    expect(ids.length).toBe(topics.reduce((count, topic) => count + Object.keys(topic).length, 0));
  });

  test.each(allFacts.map((fact) => [fact.id, fact] as const))(
    "%s has evidence, a day and a sentence",
    (_, fact) => {
      for (const source of fact.source.split("; ")) expect(source).toMatch(EVIDENCE);
      expect(fact.checked).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(isDay(fact.checked)).toBe(true);
      if (fact.evidence !== "undated") {
        expect(fact.evidence).toMatch(/^\d{4}(-\d{2}){0,2}$/);
        // Nobody checks against a source of the future.
        expect(fact.evidence <= fact.checked).toBe(true);
      }
      expect(fact.claim).toMatch(/^\S.*\.$/);
      expect(fact.claim).not.toMatch(/\n|\s{2}/);
      expect(["high", "medium", "low"]).toContain(fact.confidence);
      if (fact.since !== undefined) expect(fact.since).toMatch(/^\d{4}(-\d{2}){0,2}$|^\d+\.\d+\.\d+$/);
    },
  );

  test.each(allFacts.map((fact) => [fact.id, fact] as const))(
    "%s is undated only where none of its sources bears a date",
    (_, { evidence, source }) => {
      expect(evidence === "undated" && DATED.test(source)).toBe(false);
    },
  );

  test("most say how old their evidence is", () => {
    const dated = allFacts.filter(({ evidence }) => evidence !== "undated");
    expect(dated.length / allFacts.length).toBeGreaterThan(0.7);
  });

  test("what nobody verified is never high", () => {
    const unverified = allFacts.filter((fact) => fact.source === "expert knowledge, not verified");
    expect(unverified.filter((fact) => fact.confidence === "high").map((fact) => fact.id)).toEqual([]);
  });
});
