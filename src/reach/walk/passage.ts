import type { Passage } from "./trace.ts";

/** What passes one thing and then another: a surely closed one closes all. */
export function inTurn(passages: readonly Passage[]): Passage {
  for (const worst of ["no", "unknown", "some"] as const) if (passages.includes(worst)) return worst;
  return "yes";
}

/** What is known where one of several things happens, and nobody knows which. */
export function oneOf(passages: readonly Passage[]): Passage {
  const [first] = passages;
  if (first === undefined) return "unknown";
  return passages.every((passage) => passage === first) ? first : "unknown";
}

/** What is known where all of several things happen, each to some of the packets. */
export function each(passages: readonly Passage[]): Passage {
  const alike = oneOf(passages);
  if (alike !== "unknown" || passages.includes("unknown")) return alike;
  return "some";
}
