import { type Finding, placeOf } from "./finding.ts";
import type { FindingsReport } from "./findings-report.ts";
import { escapeUnsafe } from "./terminal-text.ts";

/** The findings as `file:line:column: severity: message [rule]`, one a line, `file:` alone where no line is meant: for grep, editors and problem matchers. */
export function renderCompact({ findings }: FindingsReport): string {
  return findings.map((finding) => `${lineOf(finding)}\n`).join("");
}

function lineOf(finding: Finding): string {
  const { severity, message, rule } = finding;
  return escapeUnsafe(`${placeOf(finding)}: ${severity}: ${message} [${rule}]`);
}
