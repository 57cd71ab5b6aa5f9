import { Worker } from "node:worker_threads";
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
 * Tries every mutant in the worker program `script`; `onVerdict` hears of each. A worker that hangs is ended, and
 * another goes on behind its mutant.
 */
export async function runMutants(
  script: string,
  work: Work,
  onVerdict: (verdict: Verdict) => void,
): Promise<void> {
  let left = work.mutants;
  while (left.length > 0) left = await runUntilStuck(script, { ...work, mutants: left }, onVerdict);
}

/** Runs one worker; answers with the mutants that are still to be tried when it hung, else with none. */
function runUntilStuck(
  script: string,
  work: Work,
  onVerdict: (verdict: Verdict) => void,
): Promise<readonly Mutant[]> {
  const byId = new Map(work.mutants.map((mutant) => [mutant.id, mutant]));
  const worker = new Worker(script, { workerData: work });
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    worker.on("message", (message: Message) => {
      const mutant = byId.get(message.id);
      if (mutant === undefined) return reject(new Error(`there is no mutant ${message.id}`));
      clearTimeout(timer);
      if (message.kind === "ended") onVerdict({ mutant, killedBy: message.killedBy });
      else timer = setTimeout(() => void stop(mutant), PATIENCE);
    });
    worker.on("error", reject);
    worker.on("exit", (code) => (code === 0 ? resolve([]) : undefined));

    async function stop(mutant: Mutant): Promise<void> {
      await worker.terminate();
      onVerdict({ mutant, killedBy: "an endless loop" });
      resolve(work.mutants.slice(work.mutants.indexOf(mutant) + 1));
    }
  });
}
