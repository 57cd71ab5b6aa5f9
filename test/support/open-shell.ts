import { createRequire } from "node:module";
import { stripVTControlCharacters } from "node:util";

/** The part of node-pty that is used here; its own types belong to another module's name. */
interface Pty {
  spawn(command: string, args: string[], options: object): Terminal;
}

interface Terminal {
  onData(listen: (data: string) => void): void;
  write(keys: string): void;
  kill(signal: string): void;
}

const { spawn }: Pty = createRequire(import.meta.url)("@cdktf/node-pty-prebuilt-multiarch");

/** A shell on a terminal of its own, at which a test types. */
export interface OpenShell {
  /** Types, and waits until the terminal shows a text that it did not show before; the error says what it shows. */
  typeUntil(keys: string, text: string | RegExp): Promise<void>;
  close(): void;
}

/** Milliseconds. */
const PATIENCE = 120_000;
const STEP = 50;

/** Starts a shell that reads no files of the user. */
export function openShell(
  command: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): OpenShell {
  const terminal = spawn(command, [...args], {
    name: "xterm",
    cols: 200,
    rows: 50,
    cwd,
    env: { ...process.env, ...env },
  });
  let shown = "";
  terminal.onData((data) => {
    shown += data;
    // fish asks the terminal what it is, and waits for the answer.
    if (data.includes("\u001b[c") || data.includes("\u001b[0c")) terminal.write("\u001b[?62;c");
  });
  return {
    async typeUntil(keys, text) {
      shown = "";
      terminal.write(keys);
      const end = Date.now() + PATIENCE;
      while (!plain(shown).match(text)) {
        if (Date.now() > end)
          throw new Error(`no ${String(text)} after ${JSON.stringify(keys)}: ${plain(shown)}`);
        await new Promise((resolve) => setTimeout(resolve, STEP));
      }
    },
    close: () => terminal.kill("SIGKILL"),
  };
}

function plain(text: string): string {
  return stripVTControlCharacters(text).replaceAll("\u0007", "").replaceAll("\r", "");
}
