/** What `cdktf synth` runs: blueprints in `blueprints/` become Terraform JSON in the folder that cdktf.json names. */
import { hasErrors } from "./base/diagnostic.ts";
import { cdktfOutput } from "./cli/cdktf-config.ts";
import { goneStacks } from "./cli/change/gone-stacks.ts";
import { synthOf } from "./cli/commands.ts";
import { compileAt } from "./cli/compile-at.ts";
import { type ExitCode, exitCodes } from "./cli/exit-codes.ts";
import { isFileError } from "./cli/file-errors.ts";
import { findSkippedStages } from "./cli/find-skipped-stages.ts";
import { internalError } from "./cli/internal-error.ts";
import { showFindings } from "./cli/show-findings.ts";
import { columnsOf, expectClosedPipes, openTerminal } from "./cli/terminal.ts";
import { finishOutput, writeOutput } from "./cli/write-output.ts";
import { renderFindings } from "./reports/findings/render-findings.ts";
import { wrapLines } from "./reports/wrap-line.ts";

/** Compiles and writes, as the `cdktf` command wants it, and answers with the exit code. Never throws. */
export async function main(): Promise<ExitCode> {
  expectClosedPipes();
  try {
    return await compileAndWrite();
  } catch (error) {
    process.stderr.write(wrapLines(internalError(error), columnsOf(process.stderr)));
    return isFileError(error) ? exitCodes.findings : exitCodes.internal;
  }
}

async function compileAndWrite(): Promise<ExitCode> {
  const terminal = openTerminal({ color: true, verbose: false });
  // Only a clean exit lets the cdktf command delete the folders of gone stacks: every refusal must fail.
  const output = process.env["CDKTF_OUTDIR"] ?? cdktfOutput();
  const unfinished = finishOutput(output, true);
  const compiled = await compileAt(["blueprints"], false);
  const { networks, findings: found } = compiled;
  const findings = [
    ...unfinished,
    ...found,
    ...goneStacks(found, output),
    ...findSkippedStages(networks, output),
  ];
  const written = hasErrors(findings)
    ? null
    : writeOutput(output, await synthOf(compiled, terminal), compiled, true);
  const all = [...findings, ...(written?.findings ?? [])];
  // What the process says on stderr, the cdktf command shows as red errors; what it says on stdout, as it is, and once.
  if (hasErrors(all)) showFindings(all, terminal);
  else terminal.show(renderFindings(all, terminal.outColors, terminal.columns));
  return hasErrors(all) ? exitCodes.findings : exitCodes.clean;
}
