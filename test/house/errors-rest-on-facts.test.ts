import { describe, expect, test } from "vitest";
import type { Fact } from "../../src/aws/facts/fact.ts";
import { modelRules } from "../../src/model/model-rules.ts";
import { allRules } from "../../src/rules/all-rules.ts";

const errors = allRules.filter(({ severity }) => severity === "error");
const weak = (facts: readonly Fact[]) =>
  facts.filter(({ confidence }) => confidence !== "high").map(({ id }) => id);

/** What AWS's own pages contradict each other about: nobody's network is refused for it. */
const CONTESTED = /PrivateLink/;

describe("an error cannot be silenced, so it rests on what is sure", () => {
  test("there are errors to look at", () => {
    expect(errors.length).toBeGreaterThan(100);
  });

  test.each(errors)("$id cites facts of high confidence alone", ({ sources }) => {
    expect(sources).not.toEqual([]);
    expect(weak(sources)).toEqual([]);
  });

  test.each(errors)("$id says what AWS, Terraform or the packets do, and nothing contested", ({ why }) => {
    expect(why).not.toMatch(/is expected to|seems? to|perhaps|probably/);
    expect(why.replace(/Until IPv6 came to PrivateLink[^.]*\./, "")).not.toMatch(CONTESTED);
  });

  test.each(modelRules.filter((rule) => "sources" in rule))(
    "$id cites facts of high confidence alone",
    (rule) => {
      expect(weak("sources" in rule ? rule.sources : [])).toEqual([]);
    },
  );
});
