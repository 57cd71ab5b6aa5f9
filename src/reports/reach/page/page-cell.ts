import { familyName } from "../../../base/family-name.ts";
import type { Attempt, Passage, Trace, Verdict } from "../../../reach/walk/trace.ts";
import type { PageFamily } from "./page-data.ts";

/** A cell of the page's matrix. */
export interface PageCell {
  readonly verdict: Verdict;
  /** How each family comes out that is tried; in one order for all cells, so that columns can be compared. */
  readonly families: readonly { readonly name: PageFamily; readonly passes: Passage }[];
  /** Index in the page's data. */
  readonly trace: number;
}

const FAMILIES: readonly PageFamily[] = ["IPv6", "NAT64", "IPv4"];

/** What the matrix shows of a trace. */
export function pageCell({ verdict, attempts }: Trace, trace: number): PageCell {
  const families = FAMILIES.flatMap((name) => {
    const own = attempts.filter((attempt) => pageFamily(attempt) === name);
    return own.length === 0 ? [] : [{ name, passes: passageOf(own, verdict) }];
  });
  return { verdict, families, trace };
}

/** Over several names. Of what reaches the best counts: a name that clients must be set to use takes nothing from the usual one. */
function passageOf(attempts: readonly Attempt[], verdict: Verdict): Passage {
  const names = [...new Set(attempts.map(({ name }) => name))];
  const ofNames = names.map((name) => together(attempts.filter((attempt) => attempt.name === name)));
  return verdict === "reaches" && ofNames.includes("yes")
    ? "yes"
    : together(ofNames.map((passes) => ({ verdict: passes })));
}

/** Over what an attempt goes. */
export function pageFamily({ family, isTranslated }: Pick<Attempt, "family" | "isTranslated">): PageFamily {
  if (isTranslated) return "NAT64";
  return familyName(family);
}

/** The same, or what is between them. */
function together(attempts: readonly { readonly verdict: Passage }[]): Passage {
  const passages = new Set(attempts.map(({ verdict }) => verdict));
  const [first, ...others] = passages;
  if (first !== undefined && others.length === 0) return first;
  return passages.has("unknown") ? "unknown" : "some";
}
