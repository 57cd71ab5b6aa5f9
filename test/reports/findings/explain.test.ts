import picocolors from "picocolors";
import { describe, expect, it } from "vitest";
import type { Correction } from "../../../src/aws/corrections/correction.ts";
import {
  findExplanation,
  renderExplanation,
  renderExplanationJson,
  renderRuleList,
  unknownRule,
} from "../../../src/reports/findings/explain.ts";
import type { Explanation } from "../../../src/reports/findings/explanation.ts";

const plain = picocolors.createColors(false);

const DNS64: Explanation = {
  id: "dns64-without-nat64-route",
  severity: "error",
  title: "DNS64 needs a route for its answers.",
  why: "DNS64 answers with addresses in 64:ff9b::/96. ".repeat(4),
  sources: [
    {
      id: "nat64-prefix",
      claim: "The NAT gateway translates 64:ff9b::/96.",
      source: "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html",
      checked: "2026-11-21",
      evidence: "undated",
      confidence: "high",
      since: "2021-11",
    },
  ],
};
const CORRECTION: Correction = {
  document: "overview",
  claim: "Applications synthesise DNS64 addresses.",
  verdict: "wrong",
  truth: "The VPC's resolver does.",
  source: "RFC 6147",
  checked: "2026-11-21",
  confidence: "high",
  rules: [DNS64.id],
  blueprints: [],
};
const UNKNOWN_KEY: Explanation = {
  id: "schema/unknown-key",
  severity: "error",
  title: "A key is unknown",
  why: "It would have no effect.",
};
const ALL = [UNKNOWN_KEY, DNS64];

describe("findExplanation", () => {
  it.each(["schema/unknown-key", "schema-unknown-key", "[schema/unknown-key]", " schema/unknown-key "])(
    "finds %j, as it is pasted from a finding or a link",
    (id) => {
      expect(findExplanation(id, ALL)).toBe(UNKNOWN_KEY);
    },
  );

  it("finds nothing under another id", () => {
    expect(findExplanation("schema/unknown", ALL)).toBeNull();
  });
});

describe("unknownRule", () => {
  it("suggests the nearest id", () => {
    expect(unknownRule("dns64-without-nat64-rout", ALL)).toBe(
      'unknown rule "dns64-without-nat64-rout": did you mean "dns64-without-nat64-route"?',
    );
  });

  it("suggests the two or three that begin so, and the list where there are more", () => {
    const ids = (...names: readonly string[]) => names.map((id) => ({ ...DNS64, id }));
    const two = ids("expectation-not-known", "expectation-not-met", "elsewhere");
    expect(unknownRule("expectation", two)).toBe(
      'unknown rule "expectation": did you mean "expectation-not-known" or "expectation-not-met"?',
    );
    const three = [...two, ...ids("expectation-name-unknown")];
    expect(unknownRule("expectation", three)).toBe(
      'unknown rule "expectation": did you mean "expectation-not-known" or "expectation-not-met" or "expectation-name-unknown"?',
    );
    const all = "hextet explain --list shows all rules";
    expect(unknownRule("expectation", [...three, ...ids("expectation-unused")])).toContain(all);
    // Three letters begin too many things.
    expect(unknownRule("exp", two)).toContain(all);
  });

  it("says where the ids are when none is near, and escapes what was typed", () => {
    expect(unknownRule("\u001b[2J", ALL)).toBe(
      'unknown rule "\\x1b[2J": hextet explain --list shows all rules',
    );
  });
});

describe("renderExplanation", () => {
  it("shows severity, title, why, and the source with its day and confidence", () => {
    const lines = renderExplanation(DNS64, plain, Number.POSITIVE_INFINITY).split("\n");
    expect(lines[0]).toBe("dns64-without-nat64-route (error)");
    expect(lines).toContain("  DNS64 needs a route for its answers.");
    expect(lines).toContain("  The NAT gateway translates 64:ff9b::/96.");
    expect(lines).toContain(
      "  https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html",
    );
    expect(lines).toContain("  since 2021-11, evidence undated, checked 2026-11-21, confidence high");
  });

  it("wraps long text", () => {
    const lines = renderExplanation(DNS64, plain, 100).split("\n");
    expect(lines.filter((line) => line.includes("answers with")).length).toBeGreaterThan(1);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it("leaves the sources out where there are none", () => {
    expect(renderExplanation(UNKNOWN_KEY, plain, Number.POSITIVE_INFINITY)).not.toContain("Sources");
  });

  it("says which claims of older documents the rule corrects", () => {
    const lines = renderExplanation(
      { ...DNS64, corrects: [CORRECTION] },
      plain,
      Number.POSITIVE_INFINITY,
    ).split("\n");
    const at = lines.indexOf("What older documents say");
    expect(lines.slice(at + 1, at + 3)).toEqual([
      "  Applications synthesise DNS64 addresses.",
      "  wrong: An undated overview of IPv6 in EC2",
    ]);
    expect(renderExplanation(DNS64, plain, Number.POSITIVE_INFINITY)).not.toContain("older documents");
  });

  it("is JSON when asked", () => {
    expect(JSON.parse(renderExplanationJson(UNKNOWN_KEY))).toEqual({
      version: 1,
      rule: { ...UNKNOWN_KEY, sources: [] },
    });
  });
});

describe("renderRuleList", () => {
  it("has one line for each rule, by id", () => {
    expect(renderRuleList(ALL, plain, Number.POSITIVE_INFINITY)).toBe(
      [
        "dns64-without-nat64-route  error  DNS64 needs a route for its answers.",
        "schema/unknown-key         error  A key is unknown",
        "",
      ].join("\n"),
    );
  });
});
