import { compareTexts } from "../../base/compare-texts.ts";
import { atValue, type Diagnostic, type Severity } from "../../base/diagnostic.ts";
import { formatPath, type Path } from "../../base/path.ts";
import { shortText } from "../../base/short-text.ts";
import type { Source, Span } from "../../blueprint/source.ts";

/** A diagnostic as people read it: with its file, line and column, and the line of text it is about. */
export interface Finding {
  /** As the user named it, relative to the working directory where that is shorter. */
  readonly file: string;
  /** Lines and columns count from 1; columns in UTF-16 units; the end is exclusive. Null: about the file as a whole, or no file at all. */
  readonly span: Span | null;
  readonly severity: Severity;
  /** The rule's id, such as `dns64-without-nat64-route` or `schema/unknown-key`. */
  readonly rule: string;
  readonly message: string;
  readonly hint: string | null;
  /** The path in the blueprint, such as `network.subnets.app`; null when the finding is about no value of one. */
  readonly pointer: string | null;
  /** The text of the span's first line, without its line break; null when the finding is about no text. */
  readonly line: string | null;
}

/** A warning or note that the blueprint accepts. */
export interface AcceptedFinding extends Finding {
  /** Why, in its author's words. */
  readonly reason: string;
}

/** Finds the place of a diagnostic in the text it is about: where it says, or at the value that causes it. */
export function locateDiagnostic(diagnostic: Diagnostic, source: Source, cause?: Path): Finding {
  const { severity, rule, message, hint } = diagnostic;
  const at = cause === undefined ? diagnostic.at : atValue(cause);
  const span = source.locate(at);
  const { file, text } = source.textOf(at);
  return {
    file,
    span,
    severity,
    rule,
    message: shortText(message),
    hint: shortOrNull(hint),
    pointer: diagnostic.at.kind === "path" ? formatPath(diagnostic.at.path) : null,
    line: span === null ? null : lineAt(text, span.line),
  };
}

/** A finding about a file as a whole, or about a thing that is no file, such as a VPC: it has no line. */
export function findingAbout(
  file: string,
  rule: string,
  message: string,
  hint: string | null = null,
): Finding {
  return {
    file,
    span: null,
    severity: "error",
    rule,
    message: shortText(message),
    hint: shortOrNull(hint),
    pointer: null,
    line: null,
  };
}

function shortOrNull(text: string | null): string | null {
  return text === null ? null : shortText(text);
}

/** The place of a finding as compilers write it: `file:line:column`, or the file alone. */
export function placeOf({ file, span }: Finding): string {
  return span === null ? file : `${file}:${span.line}:${span.column}`;
}

/** The findings by file, those about the file as a whole first, line, column, rule and message; of equal ones a single one is left. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  const unique = new Map(findings.map((finding) => [identityOf(finding), finding]));
  return [...unique.values()].sort(compareFindings);
}

/** The accepted findings in the order of findings. */
export function sortAccepted(accepted: readonly AcceptedFinding[]): readonly AcceptedFinding[] {
  return [...accepted].sort(compareFindings);
}

/** The findings with every warning made an error, as `--strict` wants them. */
export function warningsAsErrors(findings: readonly Finding[]): readonly Finding[] {
  return findings.map((finding) =>
    finding.severity === "warning" ? { ...finding, severity: "error" } : finding,
  );
}

function identityOf({ file, span, severity, rule, message, hint }: Finding): string {
  return JSON.stringify([
    file,
    span?.line,
    span?.column,
    span?.endLine,
    span?.endColumn,
    severity,
    rule,
    message,
    hint,
  ]);
}

function compareFindings(a: Finding, b: Finding): number {
  return (
    compareTexts(a.file, b.file) ||
    (a.span?.line ?? 0) - (b.span?.line ?? 0) ||
    (a.span?.column ?? 0) - (b.span?.column ?? 0) ||
    compareTexts(a.rule, b.rule) ||
    compareTexts(a.message, b.message)
  );
}

/** Line `number` (from 1) of a text. Scans instead of splitting: a text may be large and have many findings. */
export function lineAt(text: string, number: number): string {
  let start = 0;
  for (let line = 1; line < number; line++) {
    const end = text.indexOf("\n", start);
    if (end === -1) return "";
    start = end + 1;
  }
  const end = text.indexOf("\n", start);
  return text.slice(start, end === -1 ? undefined : end).replace(/\r$/, "");
}
