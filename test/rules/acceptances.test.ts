import { describe, expect, test } from "vitest";
import { atRange, atValue, type Diagnostic } from "../../src/base/diagnostic.ts";
import type { Path } from "../../src/base/path.ts";
import type { Acceptance, Network } from "../../src/model/types/network.ts";
import { acceptanceRules, applyAcceptances } from "../../src/rules/acceptances.ts";
import { judge } from "../../src/rules/judge.ts";
import type { Rule } from "../../src/rules/rule.ts";
import { sampleNetwork } from "../support/sample-network.ts";

const TODAY = "2026-11-21";
const WEB: Path = ["network", "securityGroups", "web"];

const openToWorld = rule("security-group-open-to-world", "warning");
const typeUnknown = rule("instance-type-unknown", "note");
const slotOverlap = rule("slot-overlap", "error");
const RULES = [openToWorld, typeUnknown, slotOverlap];

function rule(id: string, severity: Rule["severity"], check: Rule["check"] = () => {}): Rule {
  return { id, severity, title: "t", why: "w", sources: [], check };
}

function finding({ id, severity }: Rule, path: Path): Diagnostic {
  return { rule: id, severity, message: "m", at: atValue(path), hint: null };
}

function accept(overrides: Partial<Acceptance> = {}): Acceptance {
  return {
    path: ["accept", 0],
    rule: openToWorld.id,
    at: "network.securityGroups.web",
    reason: "public web site",
    until: null,
    ...overrides,
  };
}

function apply(findings: readonly Diagnostic[], acceptances: readonly Acceptance[]): readonly Diagnostic[] {
  return applyAcceptances(findings, acceptances, RULES, TODAY);
}

describe("an acceptance", () => {
  test("drops the warnings of its rule at its place and below it", () => {
    const findings = [finding(openToWorld, WEB), finding(openToWorld, [...WEB, "ingress", "ssh"])];
    expect(apply(findings, [accept()])).toEqual([]);
  });

  test("drops notes", () => {
    const at = "compute.instances.a";
    const note = finding(typeUnknown, ["compute", "instances", "a", "instanceType"]);
    expect(apply([note], [accept({ rule: typeUnknown.id, at })])).toEqual([]);
  });

  test("covers list items below it", () => {
    const warning = finding(openToWorld, ["a", "b", 0]);
    expect(apply([warning], [accept({ at: "a.b" })])).toEqual([]);
  });

  test("leaves places beside it, with longer names or above it alone", () => {
    const elsewhere = [
      finding(openToWorld, ["network", "securityGroups", "web-admin"]),
      finding(openToWorld, ["network", "securityGroups"]),
    ];
    expect(apply([finding(openToWorld, WEB), ...elsewhere], [accept()])).toEqual(elsewhere);
  });

  test("leaves other rules alone", () => {
    const other = finding(typeUnknown, WEB);
    expect(apply([finding(openToWorld, WEB), other], [accept()])).toEqual([other]);
  });

  test("holds on its last day", () => {
    expect(apply([finding(openToWorld, WEB)], [accept({ until: TODAY })])).toEqual([]);
  });

  test("ends after its last day: the finding comes back", () => {
    const warning = finding(openToWorld, WEB);
    expect(apply([warning], [accept({ until: "2026-11-20" })])).toEqual([
      warning,
      {
        rule: "accept-expired",
        severity: "warning",
        message:
          'the acceptance of "security-group-open-to-world" at network.securityGroups.web ended on 2026-11-20',
        at: atValue(["accept", 0, "until"]),
        hint: "mend the cause, or set a later day",
      },
    ]);
  });

  test("that accepts nothing is reported", () => {
    expect(apply([], [accept()])).toEqual([
      {
        rule: "accept-unused",
        severity: "warning",
        message: 'nothing at network.securityGroups.web is reported by "security-group-open-to-world"',
        at: atValue(["accept", 0, "at"]),
        hint: "remove this acceptance",
      },
    ]);
  });

  test("never silences an error", () => {
    const error = finding(slotOverlap, ["network", "subnets", "app"]);
    const result = apply([error], [accept({ rule: slotOverlap.id, at: "network.subnets.app" })]);
    expect(result.map(({ rule: id, severity }) => [id, severity])).toEqual([
      ["slot-overlap", "error"],
      ["accept-error", "error"],
    ]);
    expect(result[1]?.at).toEqual(atValue(["accept", 0, "rule"]));
  });

  test("of a mistake of an earlier stage is refused as an error", () => {
    expect(apply([], [accept({ rule: "schema/unknown-key" })]).map(({ rule: id }) => id)).toEqual([
      "accept-error",
    ]);
  });

  test("of an unknown rule is refused, with the nearest name", () => {
    expect(apply([], [accept({ rule: "security-group-open-to-wrld" })])).toEqual([
      {
        rule: "accept-unknown-rule",
        severity: "error",
        message: 'unknown rule "security-group-open-to-wrld"',
        at: atValue(["accept", 0, "rule"]),
        hint: 'did you mean "security-group-open-to-world"?',
      },
    ]);
  });

  test("never covers a finding that has no path", () => {
    const ranged = { ...finding(openToWorld, []), at: atRange(0, 4) };
    expect(apply([ranged], [accept()]).map(({ rule: id }) => id)).toEqual([openToWorld.id, "accept-unused"]);
  });
});

test("the ids of what can be wrong with acceptances are sorted", () => {
  const ids = acceptanceRules.map(({ id }) => id);
  expect(ids).toEqual([...ids].sort());
});

describe("judge", () => {
  const network = (overrides: Partial<Network> = {}): Network => ({ ...sampleNetwork(), ...overrides });

  test("gives each finding its rule's id and severity, in the rules' order", () => {
    const rules = [
      rule("first-rule", "note", (_, report) => report(["network"], "a", "b")),
      rule("second-rule", "error", (_, report) => report(atRange(1, 2), "c")),
    ];
    expect(judge(network(), TODAY, rules)).toEqual([
      { rule: "first-rule", severity: "note", message: "a", at: atValue(["network"]), hint: "b" },
      { rule: "second-rule", severity: "error", message: "c", at: atRange(1, 2), hint: null },
    ]);
  });

  test("shows equal findings of one rule once", () => {
    const twice = rule("twice", "warning", (_, report) => {
      for (const message of ["a", "a", "b"]) report(["network"], message);
    });
    expect(judge(network(), TODAY, [twice]).map(({ message }) => message)).toEqual(["a", "b"]);
  });

  test("applies the blueprint's acceptances", () => {
    const warns = rule("warns", "warning", (_, report) => report(WEB, "open"));
    expect(judge(network({ acceptances: [accept({ rule: "warns" })] }), TODAY, [warns])).toEqual([]);
  });

  test("names the rule that throws, and keeps what it threw", () => {
    const cause = new TypeError("x is undefined");
    const throws = rule("broken-rule", "error", () => {
      throw cause;
    });
    expect(() => judge(network(), TODAY, [throws])).toThrow(
      expect.objectContaining({
        message: "internal error: rule broken-rule failed: x is undefined",
        cause,
      }),
    );
  });
});
