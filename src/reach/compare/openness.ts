import type { AddressFamily } from "../../base/prefix.ts";
import type { Trace } from "../walk/trace.ts";

/** Whether somebody gets through at all: from some zones, or over some ports, is open too. */
export type Openness = "open" | "closed" | "unknown";

/** Of a connection in one family; null: in any that the client tries. */
export function opennessOf({ verdict, attempts }: Trace, family: AddressFamily | null): Openness {
  const passages = attempts
    .filter((attempt) => family === null || attempt.family === family)
    .map((attempt) => attempt.verdict);
  if (passages.some((passage) => passage === "yes" || passage === "some")) return "open";
  if (passages.includes("unknown")) return "unknown";
  // What is not even tried is not known where the whole is in doubt.
  return passages.length === 0 && verdict === "unknown" ? "unknown" : "closed";
}
