import { Command, CommanderError, Option } from "commander";
import manifest from "../package.json" with { type: "json" };
import type { Options } from "./door/commands.ts";
import { type ExitCode, exitCodes } from "./door/exit-codes.ts";
import { internalError } from "./door/internal-error.ts";
import { openTerminal, type Terminal } from "./door/terminal.ts";

/** Runs the `hextet` command with the given arguments and answers with its exit code. Never throws. */
export async function main(args: readonly string[]): Promise<ExitCode> {
  try {
    return await run(args);
  } catch (error) {
    // Commander has said what is wrong; help and version come here too, with code 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.clean : exitCodes.usage;
    process.stderr.write(internalError(error));
    return exitCodes.internal;
  }
}

/** What commander hands to an action: the options as declared below. */
interface Flags extends Partial<Omit<Options, "strict">> {
  readonly strict?: boolean;
  readonly color: boolean;
  readonly verbose?: boolean;
  readonly list?: boolean;
}

async function run(args: readonly string[]): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.clean;
  const act = async (flags: Flags, work: Work): Promise<void> => {
    const terminal = openTerminal({ color: flags.color, verbose: flags.verbose ?? false });
    exitCode = await work(optionsOf(flags), terminal);
  };
  await declare(act).parseAsync([...args], { from: "user" });
  return exitCode;
}

type Work = (options: Options, terminal: Terminal) => Promise<ExitCode>;
type Act = (flags: Flags, work: Work) => Promise<void>;

function optionsOf({ blueprints, output, format, strict }: Flags): Options {
  return {
    blueprints: blueprints ?? "blueprints",
    output: output ?? "generated",
    format: format ?? "pretty",
    strict: strict ?? false,
  };
}

function declare(act: Act): Command {
  const program = new Command("hextet")
    .description("Compiles IPv6-on-AWS blueprints through CDKTF to Terraform JSON, and explains itself.")
    .version(manifest.version, "--version", "print the version")
    .helpOption("--help", "print this help")
    .exitOverride()
    .addHelpText("after", EXAMPLES);
  // Settings such as exitOverride reach the commands only when they are made by `command`.
  declareFindingCommands(program, act);
  declareShowingCommands(program, act);
  declareHooks(program, act);
  declareRunbook(program, act);
  return program;
}

function declareFindingCommands(program: Command, act: Act): void {
  common(program.command("validate [paths...]"))
    .description("say what is wrong with blueprints (files or folders)")
    .addOption(blueprintsOption())
    .addOption(strictOption())
    .action((paths: string[], flags: Flags) =>
      act(flags, async (options, at) => {
        const { validate } = await import("./door/commands.ts");
        return validate(paths, options, at);
      }),
    );
  common(program.command("synth"))
    .description("write the Terraform JSON of every blueprint, as `npx cdktf synth` does")
    .addOption(blueprintsOption())
    .addOption(outputOption())
    .addOption(strictOption())
    .action((flags: Flags) =>
      act(flags, async (options, at) => {
        const { synth } = await import("./door/commands.ts");
        return synth(options, at);
      }),
    );
  common(program.command("check"))
    .description("validate, and say where the output folder is not what the blueprints say")
    .addOption(blueprintsOption())
    .addOption(outputOption())
    .addOption(strictOption())
    .action((flags: Flags) =>
      act(flags, async (options, at) => {
        const { check } = await import("./door/commands.ts");
        return check(options, at);
      }),
    );
}

function declareShowingCommands(program: Command, act: Act): void {
  const command = common(program.command("explain [rule]"))
    .description("say what a rule wants, why, and what it rests on")
    .option("--list", "list all rules");
  command.action((rule: string | undefined, flags: Flags) => {
    if (rule === undefined && flags.list !== true) command.error("error: which rule? --list shows all");
    const id = flags.list === true ? null : (rule ?? null);
    return act(flags, async (options, at) => {
      const { explain } = await import("./door/commands.ts");
      return explain(id, options, at);
    });
  });
  common(program.command("addresses [paths...]"))
    .description("show the address plan: every subnet with its blocks, default routes and DNS64")
    .addOption(blueprintsOption())
    .addOption(strictOption())
    .action((paths: string[], flags: Flags) =>
      act(flags, async (options, at) => {
        const { addresses } = await import("./door/commands.ts");
        return addresses(paths, options, at);
      }),
    );
}

function declareHooks(program: Command, act: Act): void {
  common(program.command("hooks [paths...]"))
    .description("show the provider hooks: what the AWS provider cannot say, and who says it instead")
    .addOption(blueprintsOption())
    .addOption(strictOption())
    .action((paths: string[], flags: Flags) =>
      act(flags, async (options, at) => {
        const { hooks } = await import("./door/commands.ts");
        return hooks(paths, options, at);
      }),
    );
}

function declareRunbook(program: Command, act: Act): void {
  common(program.command("runbook [paths...]"))
    .description("print what to run when the network does not work, and what it must answer (Markdown)")
    .addOption(blueprintsOption())
    .addOption(strictOption())
    .action((paths: string[], flags: Flags) =>
      act(flags, async (options, at) => {
        const { runbook } = await import("./door/commands.ts");
        return runbook(paths, options, at);
      }),
    );
}

function common(command: Command): Command {
  return command
    .addOption(new Option("--format <format>", "for people or for programs").choices(["pretty", "json"]))
    .option("--no-color", "no colours (NO_COLOR and FORCE_COLOR are heeded too)")
    .option("--verbose", "say how long each step takes");
}

function blueprintsOption(): Option {
  return new Option("--blueprints <folder>", "where the blueprints are (default: blueprints)");
}

function outputOption(): Option {
  return new Option("--output <folder>", "where the Terraform JSON goes (default: generated)");
}

function strictOption(): Option {
  return new Option("--strict", "treat warnings as errors");
}

const EXAMPLES = `
Examples:
  $ hextet validate                           every blueprint in blueprints/
  $ hextet validate blueprints/edge.yaml --format json
  $ hextet synth                              write generated/
  $ hextet check                              in CI: fails when generated/ was not committed
  $ hextet explain dns64-without-nat64-route
  $ hextet addresses blueprints/edge.yaml
  $ hextet hooks blueprints/edge.yaml
  $ hextet runbook blueprints/edge.yaml > runbook.md

Exit codes:
  0  no errors (warnings and notes are shown; --strict makes warnings errors)
  1  errors in blueprints, or files that cannot be read or written
  2  the command line is wrong
  3  Hextet itself failed; HEXTET_DEBUG=1 shows the trace
  4  check: the output folder is stale

Findings go to stderr, with --format json to stdout.`;
