import { amount, type Options, pathsOr } from "./commands.ts";
import { compileAt } from "./compile-at.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { readStandardInput } from "./read-blueprints.ts";
import { type FindingOptions, isFailed, isForPeople, reportFindings } from "./report-findings.ts";
import type { Terminal } from "./terminal.ts";

/** `hextet validate`: what is wrong with the blueprints; the path `-` is standard input. */
export async function validate(
  paths: readonly string[],
  options: Options,
  reporting: FindingOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const piped = paths.includes("-") ? await readStandardInput() : undefined;
  const named = pathsOr(paths, options).filter((path) => path !== "-");
  const { networks, findings, accepted, read } = await compileAt(named, options.strict, piped);
  const written = await reportFindings({ findings, accepted, files: read }, reporting, terminal);
  const isFine = findings.length === 0 && isForPeople(reporting);
  if (isFine) terminal.err(`${amount(networks.length, "blueprint")} valid\n`);
  return isFailed(findings, reporting, terminal) || !written ? exitCodes.findings : exitCodes.clean;
}
