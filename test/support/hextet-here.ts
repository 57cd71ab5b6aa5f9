import { createRequire } from "node:module";
import { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import type { Env, Ran } from "./run.ts";

const BUILD = fileURLToPath(new URL("../../dist/cli.cjs", import.meta.url));

/** Where a command runs, and all of its environment. */
interface Place {
  readonly cwd: string;
  readonly env: Env;
}

type Command = { readonly main: (args: readonly string[]) => Promise<number> };

let before: Promise<unknown> = Promise.resolve();

/**
 * Runs `hextet` of the build in this process, which has loaded it once: a process of its own takes four times as long.
 * One after the other, for a process has one folder and one output. Its input is closed, its output is no terminal.
 */
export function hextetHere(args: readonly string[], place: Place): Promise<Ran> {
  const ran = before.then(() => runIn(place, args));
  before = ran.catch(() => {});
  return ran;
}

async function runIn({ cwd, env }: Place, args: readonly string[]): Promise<Ran> {
  const { main } = await load();
  const [stdout, stderr] = [collector(), collector()];
  const folder = process.cwd();
  const takeBack = replaceInProcess({
    stdin: Readable.from([]),
    stdout: stdout.stream,
    stderr: stderr.stream,
    env: { ...env },
  });
  try {
    process.chdir(cwd);
    const status = await main(args);
    return { status, stdout: stdout.text(), stderr: stderr.text() };
  } finally {
    takeBack();
    process.chdir(folder);
  }
}

/** The sources where a debugger looks for them; `vitest --changed` sees by their import what depends on them. */
async function load(): Promise<Command> {
  if (process.env["HEXTET_TEST_SOURCES"] === "1") return await import("../../src/cli/hextet.ts");
  return createRequire(import.meta.url)(BUILD);
}

function collector(): { readonly stream: Writable; readonly text: () => string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString() };
}

/** Answers with what puts everything back. */
function replaceInProcess(parts: Readonly<Record<string, unknown>>): () => void {
  const was = Object.keys(parts).map(
    (name) => [name, Object.getOwnPropertyDescriptor(process, name)] as const,
  );
  for (const [name, value] of Object.entries(parts))
    Object.defineProperty(process, name, { value, configurable: true, writable: true, enumerable: true });
  return () => {
    for (const [name, descriptor] of was) if (descriptor) Object.defineProperty(process, name, descriptor);
  };
}
