import { familyName } from "../../base/family-name.ts";
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

/** Why a trace does not reach, as a sentence; where its two families end for different reasons, both. Null: no packet was sent. */
export function whyItEnds(
  { attempts, dns }: Pick<Trace, "attempts" | "dns">,
  wanted: Exclude<Passage, "yes">,
): string | null {
  const reasons = (["ipv6", "ipv4"] as const).flatMap((family) => {
    const own = attempts.filter((one) => one.family === family && one.verdict === wanted);
    const reason = own.length === 0 ? undefined : decidingHop({ attempts: own, dns }, wanted)?.reason;
    return reason === undefined ? [] : [{ family, reason }];
  });
  if (new Set(reasons.map(({ reason }) => reason)).size < 2)
    return decidingHop({ attempts, dns }, wanted)?.reason ?? null;
  return reasons.map(({ family, reason }) => `over ${familyName(family)}, ${asClause(reason)}`).join("; ");
}

/** A sentence as a part of another: without its full stop. */
export function asClause(sentence: string): string {
  return sentence.replace(/\.$/, "");
}
