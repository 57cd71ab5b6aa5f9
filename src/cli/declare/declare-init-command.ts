import type { Command } from "commander";
import { escapeUnsafe } from "../../reports/findings/terminal-text.ts";
import type { InitOptions } from "../init/init.ts";
import type { Act, Flags } from "./act.ts";
import { helpText } from "./help-text.ts";
import { nameMistake } from "./name-mistake.ts";

interface InitFlags extends Flags {
  readonly from?: string;
  readonly name?: string;
  readonly github?: boolean;
  readonly gitlab?: boolean;
  readonly preCommit?: boolean;
  readonly cdktfCli?: boolean;
}

/** `hextet init`. */
export function declareInitCommand(program: Command, act: Act): void {
  const command: Command = program
    .command("init [folder]")
    .description("make a repository for blueprints, or add what one lacks; no file that is there is changed")
    .option("--from <system>", "the blueprint to begin with; asked for on a terminal")
    .option("--name <name>", "of the blueprint and its stack (default: the system's)")
    .option("--github", "a workflow that checks pull requests and says in a comment what they change")
    .option("--gitlab", "a pipeline that does the same for merge requests")
    .option("--pre-commit", "a hook of pre-commit that runs hextet check")
    .option("--cdktf-cli", "depend on cdktf-cli too, for npx cdktf synth (260 MB)")
    .option("--no-color", "no colours (NO_COLOR and FORCE_COLOR are heeded too)")
    .option("--verbose", "say how long each step takes")
    .addHelpText("after", helpText(HELP));
  command.action((folder: string | undefined, flags: InitFlags) => {
    const options = initOptions(folder ?? ".", flags);
    if (typeof options === "string") command.error(options);
    return act(flags, async (_, at) => {
      const { init } = await import("../init/init.ts");
      const { stdin, stderr } = process;
      return init(options, at, stdin.isTTY ? { input: stdin, output: stderr, columns: at.errColumns } : null);
    });
  });
}

/** What the flags mean, or what is wrong with them. */
function initOptions(folder: string, flags: InitFlags): InitOptions | string {
  const { from, name, github, gitlab, preCommit, cdktfCli } = flags;
  if (folder.trim() === "") return "the folder has no name";
  if (escapeUnsafe(folder) !== folder)
    return `the folder's name has characters that cannot be seen: ${escapeUnsafe(folder)}`;
  const mistake = name === undefined ? null : nameMistake("--name", name);
  if (mistake !== null) return mistake;
  return {
    folder,
    from: from ?? null,
    name: name ?? null,
    github: github ?? false,
    gitlab: gitlab ?? false,
    preCommit: preCommit ?? false,
    cdktfCli: cdktfCli ?? false,
  };
}

const ABOUT =
  "Writes cdktf.json, package.json, .gitignore, .gitattributes, .vscode/ and blueprints/<name>.yaml where they are not there " +
  "yet. When a file is there that the commands cannot work with, it writes nothing, names the file and what it lacks, and " +
  "exits with 1. With --github or --gitlab it has Terraform, where it is found, lock the provider for the new stack.";

const HELP = `
${ABOUT}

Examples:
  $ hextet init shop                          asks which blueprint to begin with
  $ hextet init shop --from dual-stack-web --name shop --github
  $ hextet init --from dual-stack-web         in this folder
  $ hextet init --pre-commit                  adds the hook to a repository that is there`;
