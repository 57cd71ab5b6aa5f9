import type { Terminal } from "./terminal.ts";

/** Milliseconds after which somebody who waits wonders. */
const PATIENCE = 1000;

/** Says each step that begins when a second or more has passed, in a line on standard error. */
export function progressOf(
  terminal: Pick<Terminal, "err">,
  now: () => number = () => performance.now(),
): (step: string) => void {
  const start = now();
  return (step) => {
    const seconds = Math.floor((now() - start) / PATIENCE);
    if (seconds > 0) terminal.err(`${step} (after ${seconds} s) ...\n`);
  };
}
