import { join } from "node:path";
import { workerData } from "node:worker_threads";
import { compile } from "../../pipeline.ts";
import { synthStacks } from "../../stack/synth.ts";
import { madeIn } from "../made-in.ts";
import { inTemporaryFolder } from "../temporary-folder.ts";
import { fileCache } from "./file-cache.ts";
import type { Job } from "./fill-in-threads.ts";
import { knownStacks } from "./stack-cache.ts";

// A thread of `fillInThreads`: what it makes is in the cache when it ends.
fill(workerData as Job);

function fill(job: Job): void {
  if (job.kind === "files") {
    const wasMade = job.output === null ? undefined : madeIn(job.output);
    const cache = fileCache(job.today) ?? undefined;
    // Each by itself: what another has a part in is not kept.
    for (const file of job.list) compile([file], job.today, [], wasMade, [], cache);
    return;
  }
  inTemporaryFolder((folder) => {
    const { missing, complete } = knownStacks(job.list);
    const output = join(folder, "generated");
    complete(output, synthStacks(missing, output));
  });
}
