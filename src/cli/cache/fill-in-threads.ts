import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Network } from "../../model/types/network.ts";
import type { BlueprintFile } from "../../pipeline.ts";
import { tellOfCache } from "../../start/cache-folder.cjs";
import { packageFolder } from "../package-folder.ts";
import { openCache } from "./open-cache.ts";

/** Fewer for each thread are done here before one has started. */
const LEAST = 12;
/** Each takes some 150 MB. */
const MOST_THREADS = 8;

/** What a thread makes, and keeps in the cache. */
export type Job =
  | {
      readonly kind: "files";
      readonly list: readonly BlueprintFile[];
      /** YYYY-MM-DD. */
      readonly today: string;
      /** The folder of the output that the rules may ask about. */
      readonly output: string | null;
    }
  | { readonly kind: "stacks"; readonly list: readonly Network[] };

/**
 * Makes what the cache does not have, in threads, where it is much: whoever asks afterwards finds it. A thread that fails is
 * no loss, for what it did not make is made by who asks, errors and all. Answers whether threads worked.
 */
export async function fillInThreads(job: Job): Promise<boolean> {
  const threads = Math.min(availableParallelism(), MOST_THREADS, Math.floor(job.list.length / LEAST));
  if (threads < 2 || openCache() === null) return false;
  const shares = Array.from({ length: threads }, (_, thread): Job => {
    const isOwn = (_one: unknown, index: number) => index % threads === thread;
    return job.kind === "files"
      ? { ...job, list: job.list.filter(isOwn) }
      : { ...job, list: job.list.filter(isOwn) };
  });
  await Promise.all(shares.map(endOf));
  return true;
}

function endOf(share: Job): Promise<void> {
  return new Promise((resolve) => {
    // Of a newer build, which replaced this one meanwhile, it has other keys: nothing of it is found.
    const worker = new Worker(join(packageFolder(), "dist", "cache-worker.cjs"), { workerData: share });
    worker.once("error", (error) => {
      tellOfCache(error);
      resolve();
    });
    worker.once("exit", () => resolve());
  });
}
