import type { Severity } from "../../base/diagnostic.ts";
import type { AcceptedFinding, Finding } from "./finding.ts";

/** All that a report of findings can show. */
export interface FindingsReport {
  /** Sorted by file, line, column and rule. */
  readonly findings: readonly Finding[];
  /** What the blueprints accept, sorted likewise. */
  readonly accepted: readonly AcceptedFinding[];
  /** The blueprints that were read, those without findings too. */
  readonly files: readonly string[];
  /** The least severity that makes the command fail. */
  readonly failOn: Severity;
  /** Of Hextet. */
  readonly version: string;
}

/** True when a finding of this severity makes a command fail that fails on `failOn` and worse. */
export function isFailure(severity: Severity, failOn: Severity): boolean {
  return RANK[severity] >= RANK[failOn];
}

const RANK: Readonly<Record<Severity, number>> = { note: 0, warning: 1, error: 2 };
