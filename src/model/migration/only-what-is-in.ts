import { isRecord } from "../../base/untrusted-json.ts";
import type { Network } from "../types/network.ts";

/**
 * A network with those of its things that another one has too: entries of lists that have the same id or name and
 * were written at the same place, at whatever depth, and what there is one of or none. All else is as in `whole`.
 */
export function onlyWhatIsIn(whole: Network, part: Network): Network {
  return only(whole, part) as Network;
}

/** What there is one of or none, or is in the stack or not: true and false tell which. */
const ONE_OR_NONE = [
  "associationIsManaged",
  "egressOnlyInternetGateway",
  "elasticIp",
  "internetGateway",
  "isManaged",
];

function only(whole: unknown, part: unknown): unknown {
  if (Array.isArray(whole) && Array.isArray(part)) return entriesOf(whole, part);
  if (!isRecord(whole) || !isRecord(part)) return whole;
  return Object.fromEntries(
    Object.entries(whole).map(([key, value]) => [
      key,
      ONE_OR_NONE.includes(key) ? part[key] : only(value, part[key]),
    ]),
  );
}

function entriesOf(whole: readonly unknown[], part: readonly unknown[]): readonly unknown[] {
  const others = new Map(part.map((entry) => [keyOf(entry), entry]));
  return whole.flatMap((entry) => {
    const key = keyOf(entry);
    if (key === null) return [entry];
    return others.has(key) ? [only(entry, others.get(key))] : [];
  });
}

/**
 * By id or name, and by where it was written: a rule to get in and one to get out may have the same id. Null: an entry
 * that is no thing of its own, such as a step of a path.
 */
function keyOf(entry: unknown): string | null {
  if (!isRecord(entry)) return null;
  const key = entry["id"] ?? entry["name"];
  return typeof key === "string" ? JSON.stringify([key, entry["path"]]) : null;
}
