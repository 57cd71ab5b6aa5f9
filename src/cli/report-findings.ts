import { hasErrors, type Severity } from "../base/diagnostic.ts";
import type { BlueprintFile } from "../pipeline.ts";
import type { AcceptedFinding, Finding } from "../reports/findings/finding.ts";
import { type FindingsReport, isFailure } from "../reports/findings/findings-report.ts";
import { type Format, renderReport } from "../reports/findings/render-report.ts";
import { showFindings } from "./show-findings.ts";
import type { Terminal } from "./terminal.ts";
import { VERSION } from "./version.ts";
import { writeReport } from "./write-report.ts";

/** One report of the findings: to a file, or to the terminal. */
export interface FindingTarget {
  readonly format: Format;
  /** Null: pretty to stderr, everything else to stdout. */
  readonly file: string | null;
}

/** Where findings go, and which of them make a command fail. */
export interface FindingOptions {
  readonly targets: readonly FindingTarget[];
  readonly failOn: Severity;
  /** Null: any number. */
  readonly maxWarnings: number | null;
  /** Only findings about stacks that are not as in this commit or output folder, and those after them; null: all. */
  readonly affected: string | null;
}

/** What is to be reported. */
export interface Found {
  readonly findings: readonly Finding[];
  readonly accepted: readonly AcceptedFinding[];
  readonly read: readonly BlueprintFile[];
}

/** Reports findings in every format that was asked for; false when one of the files could not be written, which is said. */
export async function reportFindings(
  { findings, accepted, read }: Found,
  options: FindingOptions,
  terminal: Terminal,
): Promise<boolean> {
  const files = read.map(({ file }) => file);
  const report = { findings, accepted, files, failOn: options.failOn, version: VERSION };
  const failures: Finding[] = [];
  for (const { format, file } of options.targets) {
    if (file === null) await show(format, report, terminal);
    else failures.push(...writeReport(file, await renderReport(format, report)));
  }
  showFindings(failures, terminal);
  return failures.length === 0;
}

/** True when what was found makes the command fail; more warnings than allowed are said on stderr. */
export function isFailed(
  findings: readonly Finding[],
  { failOn, maxWarnings }: FindingOptions,
  terminal: Terminal,
): boolean {
  const warnings = findings.filter(({ severity }) => severity === "warning").length;
  const isOver = maxWarnings !== null && warnings > maxWarnings;
  if (isOver) terminal.err(`hextet: warnings: ${warnings}, --max-warnings ${maxWarnings}\n`);
  return isOver || hasErrors(findings) || findings.some(({ severity }) => isFailure(severity, failOn));
}

/** True when people read the findings on the terminal. */
export function isForPeople({ targets }: FindingOptions): boolean {
  return targets.some(({ format, file }) => format === "pretty" && file === null);
}

async function show(format: Format, report: FindingsReport, terminal: Terminal): Promise<void> {
  if (format === "pretty") showFindings(report.findings, terminal);
  else terminal.out(await renderReport(format, report));
}
