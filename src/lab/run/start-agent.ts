import { type ChildProcess, spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { isRecord, parseJson } from "../../base/untrusted-json.ts";

/** What the agent is asked: one object, sent as one line. */
export type Order = Readonly<Record<string, unknown>>;

/** Of file descriptors: where the agent reads orders and where it answers. */
const ORDERS = 3;
const ANSWERS = 4;
/** Debian's own: what comes first on the PATH may be a wrapper that takes longer than the laboratory. */
export const PYTHON = "/usr/bin/python3";
/**
 * Everything in namespaces of its own, which die with the first process in them; that one dies with this process, even
 * when nobody gets to say goodbye.
 */
const PRIVATE = ["--net", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc"];

/** The laboratory could not be stood up, or has failed: a tool, a right, or a bug of ours. */
export class LabFailure extends Error {
  override readonly name = "LabFailure";
}

/**
 * Runs the agent in `folder` with one order, and gives its answer. `inherit`: a command in the laboratory has this process's
 * terminal. Rejects with LabFailure when there is no answer.
 */
export async function askAgent(folder: string, order: Order, terminal: "inherit" | "none"): Promise<Order> {
  const own = terminal === "inherit" ? ("inherit" as const) : ("ignore" as const);
  const child = spawn("setpriv", ["--pdeathsig", "KILL", "unshare", ...PRIVATE, PYTHON, "-B", "-I", folder], {
    stdio: [own, own, terminal === "inherit" ? "inherit" : "pipe", "pipe", "pipe"],
  });
  // On a terminal an interrupt reaches everybody at once; it is meant for the command.
  const leaveIt = () => undefined;
  if (terminal === "inherit") process.on("SIGINT", leaveIt);
  const [answer, said] = await Promise.all([
    read(streamAt<Readable>(child, ANSWERS)),
    child.stderr === null ? "" : read(child.stderr),
    send(child, order),
    ended(child),
  ]).finally(() => process.off("SIGINT", leaveIt));
  const answered = parseJson(answer);
  if (!isRecord(answered)) throw new LabFailure(said.trim() || "it ended without an answer");
  if (typeof answered["error"] === "string") throw new LabFailure(answered["error"]);
  return answered;
}

function streamAt<T extends Readable | Writable>(child: ChildProcess, index: number): T {
  return child.stdio[index] as T;
}

/** The stream stays open: its end tells the agent that this process is gone. */
function send(child: ChildProcess, order: Order): void {
  const orders = streamAt<Writable>(child, ORDERS);
  // An agent that has failed reads no more; what it said is told.
  orders.on("error", () => undefined);
  orders.write(`${JSON.stringify(order)}\n`);
  child.on("exit", () => orders.destroy());
}

async function read(stream: Readable): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString("utf8");
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on("error", (error) => reject(new LabFailure(error.message)));
    child.on("exit", () => resolve());
  });
}
