import type { Finding } from "./finding.ts";
import type { FindingsReport } from "./findings-report.ts";
import { escapeUnsafe } from "./terminal-text.ts";

/** The findings as `file:line:column: severity: message [rule]`, one a line: for grep, editors and problem matchers. */
export function renderCompact({ findings }: FindingsReport): string {
  return findings.map((finding) => `${lineOf(finding)}\n`).join("");
}

function lineOf({ file, span, severity, message, rule }: Finding): string {
  return escapeUnsafe(`${file}:${span.line}:${span.column}: ${severity}: ${message} [${rule}]`);
}
