import { type AcceptedFinding, type Finding, placeOf } from "./finding.ts";
import { type FindingsReport, isFailure } from "./findings-report.ts";
import { escapeUnsafe } from "./terminal-text.ts";

/**
 * The findings as JUnit XML: a test suite for each file, a test case for each finding. What makes the command fail is a
 * failure, what does not is text of a test that passes, what the blueprint accepts is skipped. A file without findings
 * has one test that passes.
 */
export function renderJunit(report: FindingsReport): string {
  const { findings, accepted } = report;
  const files = new Set([...report.files, ...[...findings, ...accepted].map(({ file }) => file)]);
  const suites = [...files].sort().map((file) => suiteOf(file, report));
  const failures = findings.filter((finding) => isFailure(finding.severity, report.failOn)).length;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="hextet" tests="${suites.reduce((sum, { tests }) => sum + tests, 0)}" failures="${failures}">`,
    ...suites.map(({ xml }) => xml),
    "</testsuites>",
    "",
  ].join("\n");
}

function suiteOf(file: string, { findings, accepted, failOn }: FindingsReport) {
  const found = findings.filter((finding) => finding.file === file);
  const skipped = accepted.filter((finding) => finding.file === file);
  const failures = found.filter(({ severity }) => isFailure(severity, failOn)).length;
  const cases = [
    ...found.map((finding) => caseOf(finding, outcomeOf(finding, isFailure(finding.severity, failOn)))),
    ...skipped.map((finding) => caseOf(finding, skippedOf(finding))),
  ];
  if (cases.length === 0) cases.push(`    <testcase name="no findings" classname=${attribute(file)}/>`);
  const counts = `tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped.length}"`;
  return {
    tests: cases.length,
    xml: [`  <testsuite name=${attribute(file)} ${counts}>`, ...cases, "  </testsuite>"].join("\n"),
  };
}

function caseOf({ file, span, rule }: Finding, outcome: string): string {
  const name = attribute(span === null ? rule : `${rule} at ${span.line}:${span.column}`);
  const line = span === null ? "" : ` line="${span.line}"`;
  return [
    `    <testcase name=${name} classname=${attribute(file)} file=${attribute(file)}${line}>`,
    `      ${outcome}`,
    "    </testcase>",
  ].join("\n");
}

function outcomeOf(finding: Finding, fails: boolean): string {
  const { severity, message } = finding;
  if (!fails) return `<system-out>${content(textOf(finding))}</system-out>`;
  return `<failure type="${severity}" message=${attribute(message)}>${content(textOf(finding))}</failure>`;
}

function skippedOf({ message, reason }: AcceptedFinding): string {
  return `<skipped message=${attribute(`accepted: ${reason} (${message})`)}/>`;
}

function textOf(finding: Finding): string {
  const { severity, message, rule, hint } = finding;
  const first = `${placeOf(finding)}: ${severity}: ${message} [${rule}]`;
  return hint === null ? first : `${first} hint: ${hint}`;
}

function attribute(text: string): string {
  return `"${content(text)}"`;
}

/** Text that is only text, in an element or an attribute; `]]>` may stand in neither. */
function content(text: string): string {
  return (
    escapeUnsafe(text)
      // What XML 1.0 has no way to say, not even as a reference (section 2.2).
      .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
      .replaceAll("'", "&apos;")
  );
}
