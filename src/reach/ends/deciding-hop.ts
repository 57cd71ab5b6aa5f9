import type { Hop, Passage, Trace } from "../walk/trace.ts";

/** The hop that decides a trace which does not reach; null: no packet was sent. */
export function decidingHop(
  { attempts, dns }: Pick<Trace, "attempts" | "dns">,
  wanted: Exclude<Passage, "yes">,
): Hop | null {
  const failed = attempts.find(({ verdict }) => verdict === wanted);
  const hops = failed?.hops ?? dns.flatMap(({ answers }) => answers.map(({ hop }) => hop));
  return hops.findLast(({ passes }) => passes === wanted) ?? hops.at(-1) ?? null;
}

/** A sentence as a part of another: without its full stop. */
export function asClause(sentence: string): string {
  return sentence.replace(/\.$/, "");
}
