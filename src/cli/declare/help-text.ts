import { wrapLine, wrapText } from "../../reports/wrap-line.ts";
import { columnsOf } from "../terminal.ts";
import { wrapCommand } from "../wrap-command.ts";

/** Columns without which nothing is said beside an option. */
const LEAST_BESIDE = 30;

/** What stands below the options of a command: for commander's `addHelpText`, which says whether an error goes before. */
export function helpText(text: string): (context: { readonly error: boolean }) => string {
  return ({ error }) => wrapHelp(text, columnsOf(error ? process.stderr : process.stdout));
}

/** One option or command of a help: what it says stands beside it where there is room, else below it. */
export function helpItem(term: string, termWidth: number, says: string, width: number): string {
  const beside = " ".repeat(termWidth + 4);
  if (width - beside.length >= LEAST_BESIDE)
    return wrapLine(`  ${term.padEnd(termWidth)}  ${says}`, width, beside)
      .join("\n")
      .trimEnd();
  return [`  ${term}`, ...wrapText(says, "      ", width)].join("\n");
}

/** Help in lines of at most so many columns: a command that is too long is continued as a shell takes it. */
function wrapHelp(text: string, width: number): string {
  return text
    .split("\n")
    .flatMap((line) => wrapHelpLine(line, width))
    .join("\n");
}

function wrapHelpLine(line: string, width: number): readonly string[] {
  if (line.length <= width) return [line];
  const [, command, says = ""] = /^ {2}\$ (.*?)(?: {2,}(\S.*))?$/.exec(line) ?? [];
  if (command !== undefined)
    return [
      ...wrapCommand(command, "  $ ", width),
      ...(says === "" ? [] : wrapLine(`      ${says}`, width, "      ")),
    ];
  const [listed = ""] = /^ *\d+ {2}/.exec(line) ?? [];
  return wrapLine(line, width, " ".repeat(listed.length));
}
