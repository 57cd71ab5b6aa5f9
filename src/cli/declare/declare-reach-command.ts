import { statSync } from "node:fs";
import { type Command, InvalidArgumentError, Option } from "commander";
import { REACH_FORMATS, type ReachOptions, readWords } from "../reach/reach-options.ts";
import type { Act, Flags } from "./act.ts";
import { anyCommand, blueprintsOption, strictOption } from "./declared-options.ts";
import { formatTarget } from "./format-target.ts";
import { helpText } from "./help-text.ts";

interface ReachFlags extends Omit<Flags, "format" | "plan"> {
  readonly format?: Pick<ReachOptions, "format" | "file">;
  readonly trace?: boolean;
  readonly plan?: readonly string[];
}

/** `hextet reach`. */
export function declareReachCommand(program: Command, act: Act): void {
  const command = anyCommand(program.command("reach [words...]"))
    .usage("[options] [blueprint] [<from> <to>]")
    .description("follow packets: who reaches whom, by which path, or where and why not")
    .option("--trace", "every hop of one connection, there and back, with reasons and sources")
    .option(
      "--plan <file>",
      "a Terraform plan or state in place of blueprints, or several that are joined; - reads standard input",
      (file: string, before: readonly string[] = []) => [...before, file],
    )
    .addOption(
      new Option("-f, --format <format[=file]>", "for people, for programs, for a pull request, or as a page")
        .choices(REACH_FORMATS)
        .argParser(formatOf),
    )
    .addOption(blueprintsOption())
    .addOption(strictOption())
    .addHelpText("after", helpText(HELP));
  command.action((words: string[], { format, trace = false, plan, ...flags }: ReachFlags) => {
    const read = readWords(words, isFolder);
    if (typeof read === "string") return command.error(read);
    if (trace && read.pair === null) return command.error("--trace of which connection? Name both ends");
    return act(flags, async (options, at) => {
      const { reach } = await import("../reach/reach.ts");
      return reach({ ...read, plans: plan ?? [], trace, ...(format ?? PRETTY) }, options, at);
    });
  });
}

const PRETTY = { format: "pretty", file: null } as const;

function formatOf(value: string): Pick<ReachOptions, "format" | "file"> {
  const target = formatTarget(value, REACH_FORMATS);
  if (target.format === "pretty" && target.file !== null)
    throw new InvalidArgumentError("pretty is for the terminal, and for no file.");
  return target;
}

function isFolder(word: string): boolean {
  return word !== "" && (statSync(word, { throwIfNoEntry: false })?.isDirectory() ?? false);
}

const ENDS =
  "An end is a name of the blueprint (app, db:5432, compute.instances.web:22), internet, an address, or one of Hextet's " +
  "destinations, as github.com, ecr and ssm: docs/destinations.md lists them.";

const HELP = `
${ENDS}

Examples:
  $ hextet reach blueprints/edge.yaml                    who reaches whom
  $ hextet reach blueprints/edge.yaml app github.com     one answer
  $ hextet reach blueprints/edge.yaml app github.com --trace
  $ hextet reach blueprints/edge.yaml internet web:443 --trace
  $ hextet reach blueprints/edge.yaml -f html=reach.html   a page: every path, drawn and hop by hop
  $ terraform show -json | hextet reach --plan -`;
