import { compile } from "../pipeline.ts";
import type { Finding } from "../reports/findings/finding.ts";
import { escapeUnsafe } from "../reports/findings/terminal-text.ts";
import { formatBlueprint } from "../reports/format/format-blueprint.ts";
import { type Options, pathsOr } from "./commands.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { findUnwritable } from "./find-unwritable.ts";
import { readBlueprints } from "./read-blueprints.ts";
import { showFindings } from "./show-findings.ts";
import type { Terminal } from "./terminal.ts";
import { writeWhole } from "./write-whole.ts";

/**
 * `hextet fmt`: writes blueprints in one form and prints their names on stdout; with `isCheck` only prints which ones are in
 * another, and exits with 1. A file that is no YAML is left alone and told.
 */
export async function formatFiles(
  paths: readonly string[],
  isCheck: boolean,
  options: Options,
  terminal: Terminal,
): Promise<ExitCode> {
  const { files, findings: unread } = readBlueprints(pathsOr(paths, options));
  const findings: Finding[] = [...unread];
  let changed = 0;
  for (const { file, text } of files) {
    const formatted = formatBlueprint(text);
    if (formatted === null) findings.push(...compile([{ file, text }], "2000-01-01").findings);
    if (formatted === null || formatted === text) continue;
    changed += 1;
    terminal.out(`${escapeUnsafe(file)}\n`);
    if (!isCheck) findings.push(...findUnwritable(file, () => writeWhole(file, formatted)));
  }
  showFindings(findings, terminal);
  if (isCheck) terminal.err(whatToDo(changed));
  return findings.length > 0 || (isCheck && changed > 0) ? exitCodes.findings : exitCodes.clean;
}

function whatToDo(changed: number): string {
  if (changed === 0) return "";
  const which = changed === 1 ? "this blueprint is" : `these ${changed} blueprints are`;
  return `hextet: ${which} not in the form that "hextet fmt" writes: run it, and commit what it changes.\n`;
}
