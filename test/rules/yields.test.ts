import { describe, expect, test } from "vitest";
import type { Path } from "../../src/base/path.ts";
import { judge } from "../../src/rules/judge.ts";
import type { Rule } from "../../src/rules/rule.ts";
import { sampleNetwork } from "../support/sample-network.ts";

const GROUP: Path = ["network", "securityGroups", "web"];

function rule(id: string, path: Path, yieldsTo: readonly string[] = []): Rule {
  return {
    id,
    severity: "warning",
    title: "A title.",
    why: "A reason.",
    sources: [],
    yieldsTo,
    check: (_, report) => report(path, `${id} speaks`),
  };
}

function idsFrom(...rules: readonly Rule[]): readonly string[] {
  return judge(sampleNetwork(), "2026-11-21", rules).map((finding) => finding.rule);
}

describe("a rule that yields to another", () => {
  const value = [...GROUP, "ingress", "https", "ports"];

  test.each([
    ["the same value", value],
    ["what the value lies in", GROUP],
  ])("is silent where that one speaks of %s", (_, path) => {
    expect(idsFrom(rule("knows", path), rule("follows", value, ["knows"]))).toEqual(["knows"]);
  });

  test("is silent where that one speaks of a value in its own", () => {
    expect(idsFrom(rule("follows", GROUP, ["knows"]), rule("knows", value))).toEqual(["knows"]);
  });

  test("speaks beside it of another place, and where another rule speaks", () => {
    const elsewhere = ["network", "securityGroups", "webs"];
    expect(idsFrom(rule("knows", elsewhere), rule("follows", GROUP, ["knows"]))).toEqual([
      "knows",
      "follows",
    ]);
    expect(idsFrom(rule("other", GROUP), rule("follows", GROUP, ["knows"]))).toEqual(["other", "follows"]);
  });
});
