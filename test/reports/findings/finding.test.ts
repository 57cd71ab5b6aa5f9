import { describe, expect, it } from "vitest";
import { atRange, atValue, type Diagnostic, THE_FILE } from "../../../src/base/diagnostic.ts";
import { createSource } from "../../../src/blueprint/source.ts";
import {
  findingAbout,
  locateDiagnostic,
  sortFindings,
  warningsAsErrors,
} from "../../../src/reports/findings/finding.ts";

const TEXT = "first: 1\r\nsecond: 2\nthird: 3";

function diagnostic(start: number, end: number, overrides: Partial<Diagnostic> = {}): Diagnostic {
  return {
    rule: "rule",
    severity: "error",
    message: "wrong",
    at: atRange(start, end),
    hint: null,
    ...overrides,
  };
}

describe("locateDiagnostic", () => {
  it("gives line, column and the line's text without its line break", () => {
    const finding = locateDiagnostic(diagnostic(0, 5), createSource("a.yaml", TEXT, null));
    expect(finding).toEqual({
      file: "a.yaml",
      span: { line: 1, column: 1, endLine: 1, endColumn: 6 },
      severity: "error",
      rule: "rule",
      message: "wrong",
      hint: null,
      pointer: null,
      line: "first: 1",
    });
  });

  it("gives no line where the file as a whole is meant, or nothing of it could be read", () => {
    const source = createSource("a.yaml", TEXT, null);
    const findings = [THE_FILE, atValue(["name"])].map((at) =>
      locateDiagnostic(diagnostic(0, 5, { at }), source),
    );
    expect(findings.map(({ file, span, line }) => [file, span, line])).toEqual([
      ["a.yaml", null, null],
      ["a.yaml", null, null],
    ]);
  });

  it("keeps the path of what is about a value", () => {
    const at = atValue(["network", "subnets", "a.b"]);
    const finding = locateDiagnostic(diagnostic(0, 5, { at }), createSource("a.yaml", TEXT, null));
    expect(finding.pointer).toBe('network.subnets["a.b"]');
  });

  it("finds the last line, which has no line break", () => {
    const at = TEXT.indexOf("third");
    const finding = locateDiagnostic(diagnostic(at, at + 5), createSource("a.yaml", TEXT, null));
    expect([finding.span?.line, finding.line]).toEqual([3, "third: 3"]);
  });

  it("shows the empty line at the end of the text", () => {
    const finding = locateDiagnostic(diagnostic(99, 99), createSource("a.yaml", "a: 1\n", null));
    expect([finding.span?.line, finding.span?.column, finding.line]).toEqual([2, 1, ""]);
  });
});

describe("sortFindings", () => {
  const at = (file: string, line: number, column: number, rule: string) => ({
    ...findingAbout(file, rule, "wrong"),
    span: { line, column, endLine: line, endColumn: column },
  });

  it("orders by file, line, column and rule, numbers as numbers", () => {
    const sorted = [
      at("a.yaml", 2, 9, "x"),
      at("a.yaml", 2, 10, "a"),
      at("a.yaml", 10, 1, "a"),
      at("a.yaml", 10, 1, "b"),
      at("b.yaml", 1, 1, "a"),
    ];
    expect(sortFindings([...sorted].reverse())).toEqual(sorted);
  });

  it("leaves one of equal findings, and both when their messages differ", () => {
    const finding = at("a.yaml", 1, 1, "x");
    const other = { ...finding, message: "also wrong" };
    expect(sortFindings([finding, other, { ...finding }])).toEqual([other, finding]);
  });
});

describe("warningsAsErrors", () => {
  it("raises warnings only", () => {
    const finding = findingAbout("a.yaml", "x", "wrong");
    const raised = warningsAsErrors([
      { ...finding, severity: "warning" },
      { ...finding, severity: "note" },
    ]);
    expect(raised.map(({ severity }) => severity)).toEqual(["error", "note"]);
  });
});
