import type { Severity } from "../../base/diagnostic.ts";
import { type Colors, paintBySeverity } from "../colors.ts";
import { wrapLine } from "../wrap-line.ts";
import { type Finding, placeOf } from "./finding.ts";
import type { FindingJson } from "./finding-json.ts";
import { renderFrame } from "./render-frame.ts";
import { escapeUnsafe, paintedWidth } from "./terminal-text.ts";

/** How many findings of each severity there are. */
interface FindingCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
}

/** Counts findings by severity. */
function countFindings(findings: readonly Finding[]): FindingCounts {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return { errors: count("error"), warnings: count("warning"), notes: count("note") };
}

/** The command that explains a rule, wherever Hextet is: a path of a page would lead nowhere in a user's repository. */
export function explainCommand(rule: string): string {
  return `hextet explain ${rule}`;
}

/**
 * The findings as a terminal shows them: one `file:line:column: severity: message [rule]` each (the file alone where no line is meant), the line with a caret
 * under it, hint and the command that explains it, in lines of so many columns; then a line that counts. Empty when there are none.
 * Ends in a line break otherwise.
 */
export function renderFindings(findings: readonly Finding[], colors: Colors, columns: number): string {
  if (findings.length === 0) return "";
  const blocks = findings.map((finding) => renderFinding(finding, colors, columns));
  const summary = wrapLine(summaryOf(findings), columns).join("\n");
  return `${blocks.join("\n\n")}\n\n${summary}\n`;
}

/**
 * The findings as JSON, for editors and pipelines: `{ version: 1, findings: [{ file, line, column, endLine, endColumn,
 * severity, rule, message, hint, explain }], summary: { errors, warnings, notes } }`. Lines and columns count from 1, the
 * end is exclusive; all four are null where the file as a whole is meant. `hint` may be null. Within version 1 keys are only added.
 */
export function renderFindingsJson(findings: readonly Finding[]): string {
  const shape = { version: 1, findings: findings.map(findingJson), summary: countFindings(findings) };
  return `${stringifySafely(shape)}\n`;
}

const NOWHERE = { line: null, column: null, endLine: null, endColumn: null };

/** A finding as an object for programs. */
export function findingJson({ file, span, severity, rule, message, hint }: Finding): FindingJson {
  const { line, column, endLine, endColumn } = span ?? NOWHERE;
  const place = { file, line, column, endLine, endColumn };
  return { ...place, severity, rule, message, hint, explain: explainCommand(rule) };
}

/** JSON text that is safe to print: characters that could drive a terminal or reorder text stand as `\u` escapes. */
export function stringifySafely(value: unknown): string {
  // `JSON.stringify` itself escapes the controls below U+0020 and halves of characters.
  return JSON.stringify(value, null, 2).replace(/[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu, escapeUnits);
}

/** A character beyond U+FFFF has two units in JSON. */
function escapeUnits(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}

/** Counts in words: `2 errors, 1 warning in blueprints/app.yaml`, or `in 3 files`. */
export function summaryOf(findings: readonly Finding[]): string {
  const { errors, warnings, notes } = countFindings(findings);
  const counts = [amount(errors, "error"), amount(warnings, "warning"), amount(notes, "note")];
  const files = [...new Set(findings.map((finding) => finding.file))];
  const [first = ""] = files;
  const where = files.length === 1 ? escapeUnsafe(first) : `${files.length} files`;
  return `${counts.filter((text) => text !== "").join(", ")} in ${where}`;
}

function amount(count: number, word: string): string {
  if (count === 0) return "";
  return count === 1 ? `1 ${word}` : `${count} ${word}s`;
}

function renderFinding(finding: Finding, colors: Colors, columns: number): string {
  const { severity, message, rule, hint } = finding;
  const place = `${escapeUnsafe(placeOf(finding))}:`;
  const label = paintBySeverity(severity, `${severity}:`, colors);
  const frame = renderFrame(finding, colors, columns);
  const margin = " ".repeat(frame?.margin ?? 0);
  const note = (word: string, text: string) => {
    const head = `${margin} ${colors.dim("=")} ${colors.bold(`${word}:`)} `;
    return wrapLine(`${head}${escapeUnsafe(text)}`, columns, " ".repeat(paintedWidth(head)));
  };
  const first = `${colors.bold(place)} ${label} ${escapeUnsafe(message)} ${colors.dim(`[${escapeUnsafe(rule)}]`)}`;
  return [
    ...wrapLine(first, columns, "    "),
    ...(frame?.lines ?? []),
    ...(hint === null ? [] : note("hint", hint)),
    ...note("why", explainCommand(rule)),
  ].join("\n");
}
