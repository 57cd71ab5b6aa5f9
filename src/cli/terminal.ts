import picocolors from "picocolors";
import type { Colors } from "../reports/colors.ts";
import { escapeLines, escapeUnsafe } from "../reports/findings/terminal-text.ts";
import { wrapLines } from "../reports/wrap-line.ts";
import { exitCodes } from "./exit-codes.ts";
import { reasonOf } from "./file-errors.ts";

/** Where text goes. Lines for people are broken between words where the terminal is narrower. */
export interface Terminal {
  /** What programs read, to standard output: as it is. */
  readonly out: (text: string) => void;
  /** What people read, to standard output. */
  readonly show: (text: string) => void;
  /** What is said to people about it, to standard error. */
  readonly err: (text: string) => void;
  /** How wide `show` is; infinite where it is no terminal and `COLUMNS` says nothing. */
  readonly columns: number;
  /** How wide `err` is. */
  readonly errColumns: number;
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
  const [columns, errColumns] = [columnsOf(stdout), columnsOf(stderr)];
  const [isPainted, isErrPainted] = [color && wantsColor(stdout), color && wantsColor(stderr)];
  return {
    out: (text) => stdout.write(text),
    // Words of the command line, and names of files and of other programs, come here by many ways.
    show: (text) => stdout.write(wrapLines(escapeLines(text, isPainted), columns)),
    err: (text) => stderr.write(wrapLines(escapeLines(text, isErrPainted), errColumns)),
    columns,
    errColumns,
    outColors: picocolors.createColors(isPainted),
    errColors: picocolors.createColors(isErrPainted),
    whileDoing: (task, work) => {
      const what = escapeUnsafe(task);
      const start = performance.now();
      if (stderr.isTTY && !verbose) stderr.write(`${what} ...`);
      const result = work();
      if (stderr.isTTY && !verbose) stderr.write("\r\u001b[K");
      if (verbose) stderr.write(`${what}: ${Math.round(performance.now() - start)} ms\n`);
      return result;
    },
  };
}

/** How many columns a stream shows; infinite where it is no terminal and `COLUMNS` says nothing. */
export function columnsOf(stream: NodeJS.WriteStream): number {
  const said = Number(process.env["COLUMNS"]);
  if (Number.isInteger(said) && said > 0) return said;
  // Undefined when the stream is no terminal, whatever its type says; 0 on a terminal that does not know its size.
  return stream.isTTY === true && stream.columns > 0 ? stream.columns : Number.POSITIVE_INFINITY;
}

/** As https://no-color.org and https://force-color.org have it. */
function wantsColor(stream: NodeJS.WriteStream): boolean {
  const { NO_COLOR: no, FORCE_COLOR: force, TERM: term } = process.env;
  if (no !== undefined && no !== "") return false;
  if (force !== undefined && force !== "") return force !== "0" && force !== "false";
  // Undefined when the stream is none, whatever its type says.
  return stream.isTTY === true && term !== "dumb";
}

/** To be called before anything is written: help is written without a terminal of ours. */
export function expectClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr])
    if (!stream.listeners("error").includes(failUnlessClosedPipe)) stream.on("error", failUnlessClosedPipe);
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
