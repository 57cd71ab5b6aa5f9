import { wrapLine } from "../reports/wrap-line.ts";

/** A command in lines of at most so many columns, continued as a shell takes it; `prefix` stands before it. */
export function wrapCommand(command: string, prefix: string, width: number): readonly string[] {
  if (prefix.length + command.length <= width) return [`${prefix}${command}`];
  const lines = wrapLine(`${prefix}${command}`, width - " \\".length, "      ");
  return lines.map((line, index) => (index < lines.length - 1 ? `${line} \\` : line));
}
