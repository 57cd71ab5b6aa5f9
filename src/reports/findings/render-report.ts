import { assertNever } from "../../base/invariant.ts";
import { NO_COLORS } from "../colors.ts";
import type { FindingsReport } from "./findings-report.ts";

/** The formats in which findings can be had. */
export const FORMATS = [
  "pretty",
  "compact",
  "json",
  "sarif",
  "junit",
  "github",
  "gitlab",
  "markdown",
] as const;

/** One of these formats. */
export type Format = (typeof FORMATS)[number];

/** The findings in one of the formats, without colours. Loads only what the format needs. */
export async function renderReport(format: Format, report: FindingsReport): Promise<string> {
  switch (format) {
    case "pretty":
      return (await import("./render-findings.ts")).renderFindings(
        report.findings,
        NO_COLORS,
        Number.POSITIVE_INFINITY,
      );
    case "json":
      return (await import("./render-findings.ts")).renderFindingsJson(report.findings);
    case "compact":
      return (await import("./render-compact.ts")).renderCompact(report);
    case "sarif":
      return (await import("./render-sarif.ts")).renderSarif(report);
    case "junit":
      return (await import("./render-junit.ts")).renderJunit(report);
    case "github":
      return (await import("./render-github.ts")).renderGithub(report);
    case "gitlab":
      return (await import("./render-gitlab.ts")).renderGitlab(report);
    case "markdown":
      return (await import("./render-markdown.ts")).renderMarkdown(report);
    default:
      return assertNever(format);
  }
}
