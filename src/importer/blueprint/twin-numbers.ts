import { LAST_RULE_NUMBER } from "../../model/filtering/network-acl-numbers.ts";
import type { FoundNetworkAclEntry } from "../types/filtering.ts";

/**
 * Numbers for the IPv6 twins of entries of one direction, by the entry: free ones, in the order of the entries, and none
 * before an entry for IPv6 that stands before the twin's own. An entry for whose twin no number is left is not in it.
 */
export function twinNumbers(
  entries: readonly FoundNetworkAclEntry[],
  withTwin: readonly FoundNetworkAclEntry[],
): ReadonlyMap<FoundNetworkAclEntry, number> {
  const taken = new Set(entries.map(({ ruleNumber }) => ruleNumber));
  const sorted = [...withTwin].sort((a, b) => a.ruleNumber - b.ruleNumber);
  for (let count = sorted.length; count > 0; count--) {
    const shift = freeShift(sorted.slice(0, count), taken);
    if (shift === null) continue;
    const near = new Map(sorted.slice(0, count).map((entry) => [entry, entry.ruleNumber + shift]));
    // What stands at the very end has no room behind it.
    const tail = sorted.slice(count);
    const far = fromTheEnd(entries, tail, new Set([...taken, ...near.values()]));
    const isInOrder = [...far.values()].every((number) => number > Math.max(...near.values()));
    if (far.size === tail.length && isInOrder) return new Map([...near, ...far]);
  }
  return fromTheEnd(entries, sorted, taken);
}

/** The smallest distance at which every twin's number is free; null when there is none. */
function freeShift(sorted: readonly FoundNetworkAclEntry[], taken: ReadonlySet<number>): number | null {
  const last = sorted.at(-1)?.ruleNumber ?? 0;
  for (let shift = 1; last + shift <= LAST_RULE_NUMBER; shift++) {
    if (sorted.every(({ ruleNumber }) => !taken.has(ruleNumber + shift))) return shift;
  }
  return null;
}

/** The last free numbers, where an entry at the very end leaves no room behind it. */
function fromTheEnd(
  entries: readonly FoundNetworkAclEntry[],
  sorted: readonly FoundNetworkAclEntry[],
  taken: ReadonlySet<number>,
): ReadonlyMap<FoundNetworkAclEntry, number> {
  const ipv6 = entries.filter(({ cidr }) => cidr.includes(":")).map(({ ruleNumber }) => ruleNumber);
  const numbers = new Map<FoundNetworkAclEntry, number>();
  let next = LAST_RULE_NUMBER;
  for (const entry of [...sorted].reverse()) {
    const first = Math.max(0, ...ipv6.filter((number) => number < entry.ruleNumber));
    while (next > first && taken.has(next)) next--;
    if (next <= first) continue;
    numbers.set(entry, next);
    next--;
  }
  return numbers;
}
