import { createRequire } from "node:module";
import { cleanEnv } from "./run.ts";

/** What is used of the library; its own types are of a module of another name. */
interface Pty {
  readonly spawn: (
    file: string,
    args: readonly string[],
    options: { cols: number; rows: number; cwd: string; env: Readonly<Record<string, string>> },
  ) => {
    onData: (listen: (part: string) => void) => void;
    onExit: (listen: () => void) => void;
    write: (text: string) => void;
  };
}

const pty: Pty = createRequire(import.meta.url)("@cdktf/node-pty-prebuilt-multiarch");

/**
 * Runs Node on a real terminal of so many columns: what stays on the screen, without what was begun and wiped out. At each
 * prompt `> ` the next answer is typed; one of a single control character is that key alone.
 */
export async function onTerminal(
  columns: number,
  cwd: string,
  args: readonly string[],
  answers: readonly string[] = [],
): Promise<string> {
  const shown = pty.spawn(process.execPath, args, { cols: columns, rows: 40, cwd, env: cleanEnv() });
  const parts: string[] = [];
  const left = [...answers];
  let asked = "";
  shown.onData((part) => {
    parts.push(part);
    asked = `${asked}${part}`.replace(/\p{Cc}\[[\d;]*[A-Za-z]/gu, "");
    if (!asked.endsWith("> ")) return;
    asked = "";
    const [answer] = left.splice(0, 1);
    if (answer !== undefined) shown.write(/^\p{Cc}$/u.test(answer) ? answer : `${answer}\r`);
  });
  await new Promise<void>((resolve) => shown.onExit(resolve));
  return parts
    .join("")
    .replaceAll("\r\n", "\n")
    .replace(/^.*\r\p{Cc}\[K/gmu, "");
}
