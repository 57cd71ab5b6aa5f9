import { createRequire } from "node:module";
import { cleanEnv } from "./run.ts";

/** What is used of the library; its own types are of a module of another name. */
interface Pty {
  readonly spawn: (
    file: string,
    args: readonly string[],
    options: { cols: number; rows: number; cwd: string; env: Readonly<Record<string, string>> },
  ) => { onData: (listen: (part: string) => void) => void; onExit: (listen: () => void) => void };
}

const pty: Pty = createRequire(import.meta.url)("@cdktf/node-pty-prebuilt-multiarch");

/** Runs Node on a real terminal of so many columns: what stays on the screen, without what was begun and wiped out. */
export async function onTerminal(columns: number, cwd: string, args: readonly string[]): Promise<string> {
  const shown = pty.spawn(process.execPath, args, { cols: columns, rows: 40, cwd, env: cleanEnv() });
  const parts: string[] = [];
  shown.onData((part) => parts.push(part));
  await new Promise<void>((resolve) => shown.onExit(resolve));
  return parts
    .join("")
    .replaceAll("\r\n", "\n")
    .replace(/^.*\r\p{Cc}\[K/gmu, "");
}
