import type { Severity } from "../../base/diagnostic.ts";
import type { FindingsReport } from "./findings-report.ts";
import { fingerprintsOf } from "./fingerprints.ts";
import { stringifySafely } from "./render-findings.ts";

const SEVERITIES: Readonly<Record<Severity, string>> = { error: "critical", warning: "minor", note: "info" };

/** The findings as GitLab's code quality report (`artifacts: reports: codequality`). */
export function renderGitlab({ findings }: FindingsReport): string {
  const fingerprints = fingerprintsOf(findings);
  const issues = findings.map(({ file, span, severity, rule, message, hint }, index) => ({
    description: hint === null ? message : `${message} (${hint})`,
    check_name: rule,
    fingerprint: fingerprints[index],
    severity: SEVERITIES[severity],
    // GitLab wants a line of each: it shows what is about a file as a whole at the first.
    location: {
      path: file.replace(/^\.\//, ""),
      lines: { begin: span?.line ?? 1, end: span?.endLine ?? 1 },
    },
  }));
  return `${stringifySafely(issues)}\n`;
}
