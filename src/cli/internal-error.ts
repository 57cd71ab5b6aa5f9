import { shortText } from "../base/short-text.ts";
import { isFileError, reasonOf } from "./file-errors.ts";

/** What the user reads when Hextet itself fails: one line, and with HEXTET_DEBUG=1 in the environment the trace. */
export function internalError(error: unknown): string {
  // A full disk is no bug.
  if (isFileError(error)) return `hextet: ${error.path ?? error.syscall ?? "a file"}: ${reasonOf(error)}\n`;
  const chain = causesOf(error);
  const message = chain.map((one) => (one instanceof Error ? one.message : String(one))).join(": ");
  const line = `hextet: ${shortText(message)
    .replace(/^internal error: /, "")
    .replace(/\s+/g, " ")}`;
  if (process.env["HEXTET_DEBUG"] !== "1")
    return `${line} (this is a bug in Hextet; HEXTET_DEBUG=1 shows the trace)\n`;
  const traces = chain.map((one) => (one instanceof Error ? (one.stack ?? one.message) : String(one)));
  return `${line}\n${traces.join("\ncaused by: ")}\n`;
}

function causesOf(error: unknown): readonly unknown[] {
  const causes: unknown[] = [];
  for (let at: unknown = error; at !== undefined && causes.length < 10; at = causeOf(at)) causes.push(at);
  return causes;
}

function causeOf(error: unknown): unknown {
  return error instanceof Error ? error.cause : undefined;
}
