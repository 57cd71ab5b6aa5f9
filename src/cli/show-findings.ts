import type { Finding } from "../reports/findings/finding.ts";
import { renderFindings } from "../reports/findings/render-findings.ts";
import type { Terminal } from "./terminal.ts";

/** Findings for people, on standard error; nothing where there are none. */
export function showFindings(findings: readonly Finding[], terminal: Terminal): void {
  terminal.err(renderFindings(findings, terminal.errColors, terminal.errColumns));
}
