import type { Passage, Verdict } from "./trace.ts";

/** Of attempts that are all made: over families, interfaces or zones. */
export function verdictOf(passages: readonly Passage[]): Verdict {
  return together(passages.map(verdictOfOne));
}

function verdictOfOne(passage: Passage): Verdict {
  const words = { yes: "reaches", no: "blocked", some: "some", unknown: "unknown" } as const;
  return words[passage];
}

/** Of several things of which each is tried, or may be met: what surely works in one place works somewhere. */
export function together(verdicts: readonly Verdict[]): Verdict {
  const [first] = verdicts;
  if (first === undefined) return "unknown";
  if (verdicts.every((verdict) => verdict === first)) return first;
  return verdicts.some((verdict) => verdict === "reaches" || verdict === "some") ? "some" : "unknown";
}

/** Of several things of which one is so, and nobody knows which. */
export function whichever(verdicts: readonly Verdict[]): Verdict {
  const [first] = verdicts;
  if (first === undefined) return "unknown";
  if (verdicts.every((verdict) => verdict === first)) return first;
  return verdicts.every((verdict) => verdict === "reaches" || verdict === "some") ? "some" : "unknown";
}

/** Of several things that are all needed. */
export function allNeeded(verdicts: readonly Verdict[]): Verdict {
  for (const worst of ["blocked", "unknown", "some"] as const) if (verdicts.includes(worst)) return worst;
  return "reaches";
}
