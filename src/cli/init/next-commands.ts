import { resolve } from "node:path";
import { shellQuote } from "../../reports/runbook/runbook-shell.ts";
import { wrapCommand } from "../wrap-command.ts";

/** What comes after `hextet init`, to be typed; `lock` locks the provider once there is a stack. */
export function nextCommands(folder: string, lock: string | null, columns: number): string {
  const go =
    resolve(folder) === process.cwd()
      ? ""
      : `cd ${shellQuote(folder.startsWith("-") ? `./${folder}` : folder)} && `;
  const commands = [
    `${go}npm install`,
    "npx hextet synth",
    ...(lock === null ? [] : [lock]),
    "npx hextet check",
  ];
  return `\nNext:\n${commands.flatMap((command) => wrapCommand(command, "  ", columns)).join("\n")}\n`;
}
