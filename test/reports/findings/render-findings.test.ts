import picocolors from "picocolors";
import { describe, expect, it } from "vitest";
import type { Finding } from "../../../src/reports/findings/finding.ts";
import { findingAbout } from "../../../src/reports/findings/finding.ts";
import { renderFindings, renderFindingsJson } from "../../../src/reports/findings/render-findings.ts";

const plain = picocolors.createColors(false);

function finding(line: string, marked: string, overrides: Partial<Finding> = {}): Finding {
  const column = line.indexOf(marked) + 1;
  return {
    file: "blueprints/app.yaml",
    span: { line: 27, column, endLine: 27, endColumn: column + marked.length },
    severity: "error",
    rule: "schema/unknown-key",
    message: "wrong",
    hint: null,
    pointer: null,
    line,
    ...overrides,
  };
}

/** The two lines of the frame: text and carets, from behind the bar. */
function frameOf(one: Finding): readonly string[] {
  const lines = renderFindings([one], plain, Number.POSITIVE_INFINITY).split("\n");
  return lines.slice(2, 4).map((line) => line.slice("27 | ".length));
}

describe("renderFindings", () => {
  it("writes a finding as the design has it", () => {
    const one = finding("      target: { egressOnlyInternetGatway: main }", "egressOnlyInternetGatway", {
      message: 'unknown key "egressOnlyInternetGatway" in network.routes.app',
      hint: 'did you mean "egressOnlyInternetGateway"?',
    });
    expect(renderFindings([one], plain, Number.POSITIVE_INFINITY)).toBe(
      [
        'blueprints/app.yaml:27:17: error: unknown key "egressOnlyInternetGatway" in network.routes.app [schema/unknown-key]',
        "   |",
        "27 |       target: { egressOnlyInternetGatway: main }",
        "   |                 ^^^^^^^^^^^^^^^^^^^^^^^^",
        '   = hint: did you mean "egressOnlyInternetGateway"?',
        "   = why: hextet explain schema/unknown-key",
        "",
        "1 error in blueprints/app.yaml",
        "",
      ].join("\n"),
    );
  });

  it("shows no frame where there is no text", () => {
    const one = findingAbout("generated", "output/unwritable", "no permission (EACCES)");
    expect(renderFindings([one], plain, Number.POSITIVE_INFINITY)).toBe(
      [
        "generated: error: no permission (EACCES) [output/unwritable]",
        " = why: hextet explain output/unwritable",
        "",
        "1 error in generated",
        "",
      ].join("\n"),
    );
  });

  it("says nothing when there is nothing", () => {
    expect(renderFindings([], plain, Number.POSITIVE_INFINITY)).toBe("");
  });

  it("counts by severity and by file", () => {
    const error = finding("a: 1", "a");
    const counted = renderFindings(
      [error, { ...error, severity: "warning" }, { ...error, file: "b.yaml", message: "other" }],
      plain,
      Number.POSITIVE_INFINITY,
    );
    expect(counted.trimEnd().split("\n").at(-1)).toBe("2 errors, 1 warning in 2 files");
  });

  it("paints the severity and the carets, and only when asked to", () => {
    const painted = renderFindings(
      [finding("a: 1", "a")],
      picocolors.createColors(true),
      Number.POSITIVE_INFINITY,
    );
    expect(painted).toContain("\u001b[31merror:\u001b[39m");
    expect(painted).toContain("\u001b[31m^\u001b[39m");
  });
});

describe("the frame", () => {
  it("puts carets under tabs, wide and combining characters", () => {
    expect(frameOf(finding("\tkey: bad", "bad"))).toEqual(["    key: bad", "         ^^^"]);
    expect(frameOf(finding("名前: bad", "bad"))).toEqual(["名前: bad", "      ^^^"]);
    expect(frameOf(finding("e\u0301a: 値x", "値"))).toEqual(["e\u0301a: 値x", "    ^^"]);
    expect(frameOf(finding("🚀: bad", "bad"))).toEqual(["🚀: bad", "    ^^^"]);
  });

  it("shows a caret for an empty span, also behind the end of the line", () => {
    const span = { line: 27, column: 5, endLine: 27, endColumn: 5 };
    expect(frameOf(finding("a: 1", "a", { span }))).toEqual(["a: 1", "    ^"]);
  });

  it("marks the rest of the first line of a span of several lines", () => {
    const span = { line: 27, column: 4, endLine: 30, endColumn: 2 };
    expect(frameOf(finding("a: [1,", "1", { span }))).toEqual(["a: [1,", "   ^^^"]);
  });

  it("cuts a long line around the carets", () => {
    const [text = "", carets = ""] = frameOf(finding(`${"x".repeat(500)}BAD${"y".repeat(500)}`, "BAD"));
    expect(text).toBe(`...${"x".repeat(30)}BAD${"y".repeat(67)}...`);
    expect(carets).toBe(`${" ".repeat(33)}^^^`);
  });

  it("cuts a long line at its end only when the carets stand at its beginning", () => {
    const [text = "", carets = ""] = frameOf(finding(`BAD${"y".repeat(500)}`, "BAD"));
    expect([text, carets]).toEqual([`BAD${"y".repeat(97)}...`, "^^^"]);
  });

  it("cuts a line of ten megabytes", () => {
    const line = `${"x".repeat(5_000_000)}BAD${"y".repeat(5_000_000)}`;
    expect(frameOf(finding(line, "BAD"))[1]).toBe(`${" ".repeat(33)}^^^`);
  });
});

describe("a hostile blueprint", () => {
  const CLEAR = "\u001b[2J\u001b]0;owned\u0007";
  const BACKWARDS = "\u202e";

  it("cannot drive the terminal, wherever its text is shown", () => {
    const hostile = `${CLEAR}${BACKWARDS}\u009b31m\r\n`;
    const text = renderFindings(
      [
        {
          ...finding(`key: ${hostile}`, hostile),
          file: `a${hostile}.yaml`,
          message: `unknown key "${hostile}"`,
          hint: hostile,
          rule: `rule${hostile}`,
        },
      ],
      plain,
      Number.POSITIVE_INFINITY,
    );
    expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(text.split("\n")).toHaveLength(9);
    expect(text).toContain("\\x1b[2J\\x1b]0;owned\\x07\\u{202e}\\x9b31m\\x0d\\x0a");
  });

  it("has its carets under the escapes", () => {
    expect(frameOf(finding("a: \u001bX", "\u001b"))).toEqual(["a: \\x1bX", "   ^^^^"]);
  });

  it("stays inside its JSON string, and is the same text again when parsed", () => {
    const message = `${CLEAR}${BACKWARDS}\u009b\u2028"`;
    const json = renderFindingsJson([finding("a", "a", { message })]);
    expect(json.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(JSON.parse(json).findings[0].message).toBe(message);
  });
});

describe("renderFindingsJson", () => {
  it("has the documented shape", () => {
    const one = finding("a: 1", "a", { hint: "write b", severity: "warning" });
    expect(JSON.parse(renderFindingsJson([one]))).toEqual({
      version: 1,
      findings: [
        {
          file: "blueprints/app.yaml",
          line: 27,
          column: 1,
          endLine: 27,
          endColumn: 2,
          severity: "warning",
          rule: "schema/unknown-key",
          message: "wrong",
          hint: "write b",
          explain: "hextet explain schema/unknown-key",
        },
      ],
      summary: { errors: 0, warnings: 1, notes: 0 },
    });
  });

  it("is a whole document without findings too", () => {
    const summary = { errors: 0, warnings: 0, notes: 0 };
    expect(JSON.parse(renderFindingsJson([]))).toEqual({ version: 1, findings: [], summary });
  });
});
