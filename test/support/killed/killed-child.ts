import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { cleanEnv } from "../run.ts";

/** How a process ends: before its operation of that number, with half of it done, or some milliseconds after it began. */
export type Kill =
  | { readonly at: number; readonly how: "before" | "half" }
  | { readonly at: number; readonly how: "soon"; readonly after: number };

/** A run that comes to its end. */
export const NO_KILL: Kill = { at: 0, how: "before" };

/** What became of a process. */
export interface Ended {
  readonly isKilled: boolean;
  /** Its exit code, null where it was killed. */
  readonly status: number | null;
  /** What it has done to files, one line each, the last one half or not at all. */
  readonly operations: readonly string[];
  readonly said: string;
}

const ROOT = new URL("../../../", import.meta.url).pathname;
const KILLER = new URL("killer.cjs", import.meta.url).pathname;

/** Runs a program of this repository in a folder, its temporary files beside, and kills it. */
export async function killedRun(
  folder: string,
  temporary: string,
  [program = "", ...args]: readonly string[],
  kill: Kill,
): Promise<Ended> {
  const child = spawn(process.execPath, ["--require", KILLER, `${ROOT}${program}`, ...args], {
    cwd: folder,
    env: { ...cleanEnv(), NODE_OPTIONS: "", NO_COLOR: "1", TMPDIR: temporary, KILLER: JSON.stringify(kill) },
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  const operations: string[] = [];
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => said.push(String(chunk)));
  const told = child.stdio[3];
  if (!(told instanceof Readable)) throw new Error("there is no pipe");
  createInterface(told).on("line", (line) => {
    if (line !== "now") operations.push(line);
    else setTimeout(() => child.kill("SIGKILL"), kill.how === "soon" ? kill.after : 0);
  });
  const [status, signal] = await once(child, "close", { signal: AbortSignal.timeout(120_000) });
  return { isKilled: signal === "SIGKILL", status, operations, said: said.join("") };
}
