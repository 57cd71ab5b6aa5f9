import { fork } from "node:child_process";
import type { Mutant } from "./mutant.ts";
import type { Message, Work } from "./worker.ts";

/** What kills a mutant that no case sees, but that `tsc` refuses. */
export const COMPILER = "tsc";

/** How a mutant ended: the case that saw it, `COMPILER`, or null when none did. */
export interface Verdict {
  readonly mutant: Mutant;
  readonly killedBy: string | null;
}

/** After so long without an answer a mutant counts as an endless loop, which a test would notice. Milliseconds. */
const PATIENCE = 20_000;

/**
 * Tries every mutant in the worker program `script`; `onVerdict` hears of each. A worker that hangs is ended, one without
 * memory ends itself; another goes on behind its mutant.
 */
export async function runMutants(
  script: string,
  work: Work,
  onVerdict: (verdict: Verdict) => void,
): Promise<void> {
  let left = work.mutants;
  while (left.length > 0) left = await runUntilStuck(script, { ...work, mutants: left }, onVerdict);
}

/** Runs one worker, as a process: a mutant that takes all memory ends a whole process. Answers with the mutants that are still to be tried. */
function runUntilStuck(
  script: string,
  work: Work,
  onVerdict: (verdict: Verdict) => void,
): Promise<readonly Mutant[]> {
  const byId = new Map(work.mutants.map((mutant) => [mutant.id, mutant]));
  const worker = fork(script, { stdio: ["ignore", "ignore", "pipe", "ipc"] });
  let errors = "";
  worker.stderr?.on("data", (text) => {
    errors += text;
  });
  worker.send(work);
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    let begun: Mutant | undefined;
    worker.on("message", (message: Message) => {
      const mutant = byId.get(message.id);
      if (mutant === undefined) return reject(new Error(`there is no mutant ${message.id}`));
      clearTimeout(timer);
      begun = message.kind === "begins" ? mutant : undefined;
      if (message.kind === "ended") onVerdict({ mutant, killedBy: message.killedBy });
      else timer = setTimeout(() => worker.kill("SIGKILL"), PATIENCE);
    });
    worker.on("error", reject);
    worker.on("exit", (code) => {
      clearTimeout(timer);
      if (code === 0) return resolve([]);
      if (begun === undefined) return reject(new Error(`the worker ended: ${errors}`));
      onVerdict({ mutant: begun, killedBy: "an endless loop" });
      resolve(work.mutants.slice(work.mutants.indexOf(begun) + 1));
    });
  });
}
