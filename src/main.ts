/** What `cdktf synth` runs: blueprints in `blueprints/` become Terraform JSON in the folder that cdktf.json names. */
import { hasErrors } from "./base/diagnostic.ts";
import { synthOf } from "./door/commands.ts";
import { compileAt } from "./door/compile-at.ts";
import { type ExitCode, exitCodes } from "./door/exit-codes.ts";
import { findAwsCli } from "./door/find-aws-cli.ts";
import { findSkippedStages } from "./door/find-skipped-stages.ts";
import { internalError } from "./door/internal-error.ts";
import { openTerminal } from "./door/terminal.ts";
import { writeOutput } from "./door/write-output.ts";
import { renderFindings } from "./views/render-findings.ts";

async function main(): Promise<ExitCode> {
  const terminal = openTerminal({ color: true, verbose: false });
  const { networks, findings: found, userHooks } = await compileAt(["blueprints"], false);
  // Only a clean exit lets the cdktf command delete the folders of gone stacks: every refusal must fail.
  const output = process.env["CDKTF_OUTDIR"] ?? "generated";
  const findings = [...found, ...findAwsCli(networks, output), ...findSkippedStages(networks, output)];
  const refused = hasErrors(findings)
    ? []
    : writeOutput(output, await synthOf(networks, userHooks, terminal), true).findings;
  const all = [...findings, ...refused];
  terminal.err(renderFindings(all, terminal.errColors));
  return hasErrors(all) ? exitCodes.findings : exitCodes.clean;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(internalError(error));
  process.exitCode = exitCodes.internal;
}
