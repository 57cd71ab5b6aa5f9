import { Argument, type Command } from "commander";
import { completions } from "../completion/completions.ts";
import { knownValues } from "../completion/known-values.ts";
import { ASKED, SHELLS, type Shell, shellScripts } from "../completion/shell-scripts.ts";
import { oneOf } from "./one-of.ts";

/** `hextet completion`, and the hidden command that its scripts ask. Both know every command that is declared. */
export function declareCompletionCommands(program: Command): void {
  const command = program
    .command("completion")
    .description("print what makes a shell complete commands, options and names at a tab")
    .addArgument(
      new Argument("[shell]", "the shell").choices(SHELLS).argParser((word: string) => oneOf(word, SHELLS)),
    )
    .action((shell: Shell | undefined) => {
      if (shell === undefined) return command.error(`for which shell? ${SHELLS.join(", ")}`);
      process.stdout.write(shellScripts[shell]);
    });
  program.command(`${ASKED} [words...]`, { hidden: true }).action(async (words: string[]) => {
    const found = await completions(program, words, knownValues);
    process.stdout.write(found.map((one) => `${one}\n`).join(""));
  });
}
