import type { Finding } from "../findings/finding.ts";
import type { FindingChanges } from "./compare-findings.ts";

/** Findings of a kind that are listed. */
const MOST = 20;
const WORST = ["error", "warning", "note"];

/** What became of the findings, one line each, those that appeared first and the worst of them first; empty where nothing did. */
export function findingsLines({ notCompared, notJudged, appeared, gone }: FindingChanges): readonly string[] {
  if (notCompared !== null) return [`findings are not compared: ${notCompared}`];
  return [
    ...notJudged.map(({ file, why }) => `${file} could not be judged as it was: ${why}`),
    ...listed(appeared, "new"),
    ...listed(gone, "gone"),
  ];
}

/** What is wrong with the names that blueprints rename from, one line each: the same that a terminal shows with its place. */
export function renameLines(renames: readonly Finding[]): readonly string[] {
  return renames.map(lineOf);
}

function lineOf({ file, span, severity, rule, message }: Finding): string {
  const place = span === null ? file : `${file}:${span.line}`;
  return `${place}: ${severity}: ${message} [${rule}]`;
}

function listed(findings: readonly Finding[], word: string): readonly string[] {
  const sorted = [...findings].sort((a, b) => WORST.indexOf(a.severity) - WORST.indexOf(b.severity));
  const lines = sorted.slice(0, MOST).map((finding) => `${word}: ${lineOf(finding)}`);
  const more = findings.length - lines.length;
  return more > 0 ? [...lines, `and ${more} more ${word}`] : lines;
}
