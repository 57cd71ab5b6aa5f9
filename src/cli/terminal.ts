import picocolors from "picocolors";
import type { Colors } from "../reports/colors.ts";
import { exitCodes } from "./exit-codes.ts";
import { reasonOf } from "./file-errors.ts";

/** Where text goes: data to `out`, what is said about it to `err`. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** How wide `out` is; infinite where it is no terminal and `COLUMNS` says nothing. */
  readonly columns: number;
  readonly outColors: Colors;
  readonly errColors: Colors;
  /**
   * Says what takes a while: one line that is wiped out when it is done. On a terminal; with `verbose` everywhere, and
   * the line stays, with the time it took.
   */
  readonly whileDoing: <T>(what: string, work: () => T) => T;
}

/** The terminal of this process. `color` false: no colours, whatever the environment says. */
export function openTerminal({ color, verbose }: { color: boolean; verbose: boolean }): Terminal {
  const { stdout, stderr } = process;
  for (const stream of [stdout, stderr]) stream.on("error", failUnlessClosedPipe);
  return {
    out: (text) => stdout.write(text),
    err: (text) => stderr.write(text),
    columns: columnsOf(stdout),
    outColors: picocolors.createColors(color && wantsColor(stdout)),
    errColors: picocolors.createColors(color && wantsColor(stderr)),
    whileDoing: (what, work) => {
      const start = performance.now();
      if (stderr.isTTY && !verbose) stderr.write(`${what} ...`);
      const result = work();
      if (stderr.isTTY && !verbose) stderr.write("\r\u001b[K");
      if (verbose) stderr.write(`${what}: ${Math.round(performance.now() - start)} ms\n`);
      return result;
    },
  };
}

function columnsOf(stream: NodeJS.WriteStream): number {
  const said = Number(process.env["COLUMNS"]);
  if (Number.isInteger(said) && said > 0) return said;
  // Undefined when the stream is no terminal, whatever its type says.
  return stream.isTTY === true ? stream.columns : Number.POSITIVE_INFINITY;
}

/** As https://no-color.org and https://force-color.org have it. */
function wantsColor(stream: NodeJS.WriteStream): boolean {
  const { NO_COLOR: no, FORCE_COLOR: force, TERM: term } = process.env;
  if (no !== undefined && no !== "") return false;
  if (force !== undefined && force !== "") return force !== "0" && force !== "false";
  // Undefined when the stream is none, whatever its type says.
  return stream.isTTY === true && term !== "dumb";
}

/** A reader that has seen enough, such as `head`, closes the pipe: no failure of ours. */
function failUnlessClosedPipe(this: NodeJS.WriteStream, error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") return;
  // Whatever the work answers afterwards: somebody does not get what was asked for.
  process.once("exit", () => {
    process.exitCode = exitCodes.findings;
  });
  // Where this one fails as well, there is nobody left to tell.
  if (this === process.stdout)
    process.stderr.write(`hextet: standard output cannot be written: ${reasonOf(error)}\n`);
}
