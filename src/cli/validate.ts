import { blueprintsAndStacks, type Options, pathsOr } from "./commands.ts";
import { compileAt } from "./compile-at.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { readStandardInput } from "./read-blueprints.ts";
import { type FindingOptions, isFailed, isForPeople, reportFindings } from "./report-findings.ts";
import { keepAffected } from "./stacks/keep-affected.ts";
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
  const compiled = await compileAt(named, options.strict, piped, options.output);
  const kept = await keepAffected(reporting.affected, compiled, options.output, terminal);
  if (kept === null) return exitCodes.findings;
  const { networks, findings } = kept;
  const written = await reportFindings(kept, reporting, terminal);
  const isFine = findings.length === 0 && isForPeople(reporting);
  const counted = blueprintsAndStacks(
    networks,
    compiled.files,
    reporting.affected === null ? "blueprint" : "affected blueprint",
  );
  if (isFine) terminal.err(`${counted} valid\n`);
  return isFailed(findings, reporting, terminal) || !written ? exitCodes.findings : exitCodes.clean;
}
