import type { SourceNode, SourceText } from "./source.ts";

/** A value with all in it, and where each of them was written. */
export interface Placed {
  readonly value: unknown;
  readonly node: SourceNode;
  /** The file that it stands in; what lies in it may come from others. */
  readonly from: SourceText;
}

/** True for what has keys. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What stands under a key of a map; null where it has no such key. */
export function entryOf({ value, node, from }: Placed, key: string): Placed | null {
  if (!isMap(value) || !Object.hasOwn(value, key)) return null;
  // Below an alias nothing has a place of its own.
  const child = node.children.get(key) ?? { ...node, children: new Map() };
  return { value: value[key], node: child, from: child.from ?? from };
}

/** What stands at the end of a way of keys; null where it ends before. */
export function placedAt(placed: Placed, steps: readonly string[]): Placed | null {
  return steps.reduce<Placed | null>((at, step) => (at === null ? null : entryOf(at, step)), placed);
}

/** The map with another value under a key, old or new. */
export function withEntry(map: Placed, key: string, entry: Placed): Placed {
  const value = { ...(isMap(map.value) ? map.value : {}), [key]: entry.value };
  const children = new Map(map.node.children).set(key, { ...entry.node, from: entry.from });
  return { ...map, value, node: { ...map.node, children } };
}

/** The map without some of its keys. */
export function withoutEntries(map: Placed, isGone: (key: string) => boolean): Placed {
  const value = isMap(map.value)
    ? Object.fromEntries(Object.entries(map.value).filter(([key]) => !isGone(key)))
    : map.value;
  return { ...map, value };
}

/** A map without keys, in the place of what another value has. */
export function emptyAt({ node, from }: Placed): Placed {
  return { value: {}, node: { ...node, children: new Map() }, from };
}

/** The keys of a map; none of what is no map. */
export function keysIn({ value }: Placed): readonly string[] {
  return isMap(value) ? Object.keys(value) : [];
}
