/** The value with the keys of all its maps in an order that the seeds say; lists keep theirs. */
export function reorderKeys(value: unknown, nextSeed: () => number): unknown {
  if (Array.isArray(value)) return value.map((item) => reorderKeys(item, nextSeed));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, child]) => ({
    key,
    child: reorderKeys(child, nextSeed),
    seed: nextSeed(),
  }));
  return Object.fromEntries(entries.sort((a, b) => a.seed - b.seed).map(({ key, child }) => [key, child]));
}
