import { CommanderError } from "commander";
import { escapeLines } from "../reports/findings/terminal-text.ts";
import { wrapLines } from "../reports/wrap-line.ts";
import { cdktfOutput } from "./cdktf-config.ts";
import type { Options } from "./commands.ts";
import type { Flags, Work } from "./declare/act.ts";
import { declareCommands } from "./declare/declare-commands.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { isFileError } from "./file-errors.ts";
import { internalError } from "./internal-error.ts";
import { inProject } from "./project-folder.ts";
import { refusalOf } from "./refusal-of.ts";
import { showFindings } from "./show-findings.ts";
import { columnsOf, expectClosedPipes, openTerminal } from "./terminal.ts";

/** Runs the `hextet` command with the given arguments and answers with its exit code. Never throws. */
export async function main(args: readonly string[]): Promise<ExitCode> {
  expectClosedPipes();
  try {
    return await run(args);
  } catch (error) {
    // Commander has said what is wrong; help and version come here too, with code 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.clean : exitCodes.usage;
    process.stderr.write(wrapLines(escapeLines(internalError(error), false), columnsOf(process.stderr)));
    return isFileError(error) ? exitCodes.findings : exitCodes.internal;
  }
}

async function run(args: readonly string[]): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.clean;
  const act = async (flags: Flags, work: Work): Promise<void> => {
    const terminal = openTerminal({ color: flags.color, verbose: flags.verbose ?? false });
    const options = optionsOf(flags);
    try {
      exitCode = await work(options, terminal);
    } catch (error) {
      const refusal = refusalOf(error, options.output);
      if (refusal === null) throw error;
      showFindings([refusal], terminal);
      exitCode = exitCodes.findings;
    }
  };
  await declareCommands(act).parseAsync([...args], { from: "user" });
  return exitCode;
}

function optionsOf({ blueprints, output, format, strict }: Flags): Options {
  return {
    blueprints: blueprints ?? inProject("blueprints"),
    output: output ?? cdktfOutput(),
    format: format ?? "pretty",
    strict: strict ?? false,
  };
}
