import { whyItEnds } from "../../reach/ends/deciding-hop.ts";
import type { Trace } from "../../reach/walk/trace.ts";

/** Where a connection breaks, or what is not known of it, in a sentence; null where it reaches everywhere. */
export function reasonOf(trace: Trace): string | null {
  const { verdict, attempts } = trace;
  if (verdict === "reaches") return null;
  const worst = (["no", "some", "unknown"] as const).find((passage) =>
    attempts.some((attempt) => attempt.verdict === passage),
  );
  return whyItEnds(trace, verdict === "unknown" ? "unknown" : (worst ?? "no"));
}
