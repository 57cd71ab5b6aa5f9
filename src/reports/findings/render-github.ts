import type { Severity } from "../../base/diagnostic.ts";
import type { Finding } from "./finding.ts";
import type { FindingsReport } from "./findings-report.ts";
import { escapeUnsafe } from "./terminal-text.ts";

const COMMANDS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", note: "notice" };

/** The findings as workflow commands, which GitHub Actions turns into annotations of a pull request. */
export function renderGithub({ findings }: FindingsReport): string {
  return findings.map((finding) => `${commandOf(finding)}\n`).join("");
}

function commandOf({ file, span, severity, rule, message, hint }: Finding): string {
  const properties = Object.entries({ file, ...linesOf(span), title: rule })
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(",");
  const lines = [message, ...(hint === null ? [] : [`hint: ${hint}`])].map(escapeUnsafe);
  return `::${COMMANDS[severity]} ${properties}::${escapeData(lines.join("\n"))}`;
}

/** GitHub refuses columns where an annotation has several lines; without a line an annotation is about the file. */
function linesOf(span: Finding["span"]): Readonly<Record<string, number>> {
  if (span === null) return {};
  const { line, column, endLine, endColumn } = span;
  return { line, ...(line === endLine && { col: column, endColumn }), endLine };
}

/** As the runner reads it back: `%25`, `%0D` and `%0A` are all that it knows in a message. */
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** A property ends at a comma, the properties at two colons. */
function escapeProperty(text: string): string {
  return escapeData(escapeUnsafe(text)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
