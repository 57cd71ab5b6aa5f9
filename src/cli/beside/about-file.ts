import type { Severity } from "../../base/diagnostic.ts";
import { countLines } from "../../base/lines.ts";
import type { Finding } from "../../reports/findings/finding.ts";
import { findingAbout, lineAt } from "../../reports/findings/finding.ts";
import type { OwnFile } from "./stack-beside.ts";

/** What is said of a file of the author's own. */
export interface Said {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string | null;
  /** Where in the text it begins; null: nowhere in it. */
  readonly offset: number | null;
}

/** A finding about a file of the author's own, at the line it speaks of. */
export function aboutFile(
  { source, text }: Pick<OwnFile, "source" | "text">,
  { rule, severity, message, hint, offset }: Said,
): Finding {
  const finding = { ...findingAbout(source, rule, message, hint), severity };
  if (offset === null) return finding;
  const { line, column } = countLines(text)(offset);
  const shown = lineAt(text, line);
  const endColumn = Math.max(column + 1, shown.replace(/\s*\{.*$/, "").length + 1);
  return { ...finding, span: { line, column, endLine: line, endColumn }, line: shown };
}
