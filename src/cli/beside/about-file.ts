import type { Severity } from "../../base/diagnostic.ts";
import type { Finding } from "../../reports/findings/finding.ts";
import { findingAbout } from "../../reports/findings/finding.ts";
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
  const before = text.slice(0, offset).split("\n");
  const line = before.length;
  const column = (before.at(-1)?.length ?? 0) + 1;
  const shown = (text.split("\n")[line - 1] ?? "").replace(/\r$/, "");
  const endColumn = Math.max(column + 1, shown.replace(/\s*\{.*$/, "").length + 1);
  return { ...finding, span: { line, column, endLine: line, endColumn }, line: shown };
}
