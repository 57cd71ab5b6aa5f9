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
  const families = new Map<PageFamily, Passage>();
  for (const attempt of attempts) {
    const name = pageFamily(attempt);
    const passes = attempt.verdict;
    families.set(name, together(families.get(name) ?? passes, passes));
  }
  const tried = FAMILIES.flatMap((name) => {
    const passes = families.get(name);
    return passes === undefined ? [] : [{ name, passes }];
  });
  return { verdict, families: tried, trace };
}

/** Over what an attempt goes. */
export function pageFamily({ family, isTranslated }: Pick<Attempt, "family" | "isTranslated">): PageFamily {
  if (isTranslated) return "NAT64";
  return family === "ipv6" ? "IPv6" : "IPv4";
}

/** Of two attempts in one family: the same, or what is between them. */
function together(one: Passage, other: Passage): Passage {
  if (one === other) return one;
  return one === "unknown" || other === "unknown" ? "unknown" : "some";
}
