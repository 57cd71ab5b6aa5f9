import type { Hop, Passage, Trace } from "../walk/trace.ts";

/**
 * The hop that decides a trace which does not reach; null: no packet was sent. That a message about a packet's size may not come
 * back decides nothing: small packets pass without.
 */
export function decidingHop(
  { attempts, dns }: Pick<Trace, "attempts" | "dns">,
  wanted: Exclude<Passage, "yes">,
): Hop | null {
  const failed = attempts.find(({ verdict }) => verdict === wanted);
  const hops = failed?.hops ?? dns.flatMap(({ answers }) => answers.map(({ hop }) => hop));
  const deciding = hops.filter(({ kind }) => kind !== "path-mtu");
  return deciding.findLast(({ passes }) => passes === wanted) ?? deciding.at(-1) ?? null;
}

/** A sentence as a part of another: without its full stop. */
export function asClause(sentence: string): string {
  return sentence.replace(/\.$/, "");
}
