import { resolve } from "node:path";

/** What comes after `hextet init`, to be typed; `lock` locks the provider once there is a stack. */
export function nextCommands(folder: string, lock: string | null): string {
  const go = resolve(folder) === process.cwd() ? "" : `cd ${quoted(folder)} && `;
  const commands = [
    `${go}npm install`,
    "npx hextet synth",
    ...(lock === null ? [] : [lock]),
    "npx hextet check",
  ];
  return `\nNext:\n${commands.map((command) => `  ${command}\n`).join("")}`;
}

/** As a shell takes it. */
function quoted(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
