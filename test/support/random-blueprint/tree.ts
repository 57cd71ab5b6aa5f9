import fc from "fast-check";

/** A value of a blueprint before it is text; keys that are undefined are left out. */
export type Tree = Readonly<Record<string, unknown>>;

/** A place in a list of which nobody knows yet how long it is: `pick` takes it modulo the length. */
export const anyPlace = fc.nat({ max: 11 });
/** Some places in a list, for `pickSome`. */
export const somePlaces = fc.array(anyPlace, { maxLength: 2 });

/** The item at a place; null in an empty list. */
export function pick<T>(list: readonly T[], place: number): T | null {
  return list[place % list.length] ?? null;
}

/** The items at some places, each once. */
export function pickSome<T>(list: readonly T[], places: readonly number[]): readonly T[] {
  return [...new Set(places.flatMap((place) => pick(list, place) ?? []))];
}

/** The items at some places, at least the first item; empty in an empty list. */
export function pickAtLeastOne<T>(list: readonly T[], places: readonly number[]): readonly T[] {
  const picked = pickSome(list, places);
  return picked.length > 0 ? picked : list.slice(0, 1);
}

/** A map of names and values; undefined, so left out, when it is empty. */
export function mapOf(entries: readonly (readonly [string, unknown])[]): Tree | undefined {
  const known = entries.filter(([, value]) => value !== undefined && value !== null);
  return known.length === 0 ? undefined : Object.fromEntries(known);
}

/** A list; undefined, so left out, when it is empty. */
export function listOrNothing<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}

/** Names for as many things as there are: letters behind a word, so that a smaller case keeps its first names. */
export function nameAt(word: string, index: number): string {
  return `${word}-${String.fromCharCode("a".charCodeAt(0) + index)}`;
}

/** One of few in a hundred: shrinks to no. */
export function rarely(percent: number): fc.Arbitrary<boolean> {
  return fc.nat({ max: 99 }).map((drawn) => drawn >= 100 - percent);
}

/** One thing of three: shrinks to nothing. */
export function sometimes<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 2, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary },
  );
}

/** What an arbitrary draws. */
export type Drawn<Arbitrary> = Arbitrary extends fc.Arbitrary<infer Value> ? Value : never;

/** The one entry of a map by its name; undefined, so left out, where there is nothing. */
export function only(name: string, value: unknown): Tree | undefined {
  return mapOf([[name, value]]);
}

/** Where a thing stands and who may reach it. */
export const standing = fc.record({ tier: anyPlace, groups: somePlaces, dualStack: fc.boolean() });
