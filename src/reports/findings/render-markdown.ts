import { type Finding, placeOf } from "./finding.ts";
import type { FindingsReport } from "./findings-report.ts";
import { summaryOf } from "./render-findings.ts";
import { escapeUnsafe } from "./terminal-text.ts";

/** The findings as a Markdown table, for a comment or a job's summary. Text of a blueprint stays text: no link, no mention. */
export function renderMarkdown({ findings, accepted, files }: FindingsReport): string {
  const counts = findings.length === 0 ? `no findings, files read: ${files.length}` : summaryOf(findings);
  const also = accepted.length === 0 ? "" : `, accepted: ${accepted.length}`;
  const head = ["### Hextet", "", `${code(counts)}${also}`, ""];
  if (findings.length === 0) return head.join("\n");
  const table = ["| severity | where | finding | rule |", "|---|---|---|---|", ...findings.map(rowOf), ""];
  return [...head, ...table].join("\n");
}

function rowOf(finding: Finding): string {
  const { severity, message, hint, rule } = finding;
  const what = hint === null ? code(message) : `${code(message)}<br>hint: ${code(hint)}`;
  return `| ${severity} | ${code(placeOf(finding))} | ${what} | ${code(rule)} |`;
}

/** In `<code>`, where GitHub and GitLab look for no mentions and no references. */
function code(text: string): string {
  return `<code>${literal(text)}</code>`;
}

/** Every character that Markdown or HTML could read as syntax, or as a link, as a numeric reference: always text. */
function literal(text: string): string {
  return escapeUnsafe(text).replace(
    /[\\`*_[\]<>&|~#@$]|:(?=\/\/)|(?<=www)\./gi,
    (character) => `&#${character.charCodeAt(0)};`,
  );
}
