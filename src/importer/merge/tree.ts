import { entryOf, isMap, type Placed } from "../../blueprint/placed.ts";
import { type Insertion, insertEntries, type WrittenEntry } from "./insert.ts";

/** Maps by key, and at their ends what is to be written as a whole. */
export type Tree = Map<string, Tree | Whole>;

/** Something new, with all in it. */
interface Whole {
  readonly value: unknown;
}

/** Writes an entry; the path leads to it. */
export type WriteEntry = (path: readonly string[], value: unknown) => WrittenEntry;

/** Puts a value into the tree; a value that lies in one that is put in already is part of that. */
export function plant(tree: Tree, path: readonly string[], value: unknown): void {
  const [key, ...others] = path;
  if (key === undefined) return;
  const there = tree.get(key);
  if (others.length === 0) tree.set(key, { value });
  else if (there === undefined) tree.set(key, grown(others, value));
  else if (there instanceof Map) plant(there, others, value);
}

function grown(path: readonly string[], value: unknown): Tree {
  const tree: Tree = new Map();
  plant(tree, path, value);
  return tree;
}

/** Where the tree comes into a text: below maps that are there, whole from the first key that is not. */
export function growInto(
  map: Placed,
  tree: Tree,
  write: WriteEntry,
  refuse: (path: readonly string[]) => void,
  path: readonly string[] = [],
): readonly Insertion[] {
  const fresh: WrittenEntry[] = [];
  const within = [...tree].flatMap(([key, below]): readonly Insertion[] => {
    const way = [...path, key];
    const there = entryOf(map, key);
    if (there === null) {
      fresh.push(write(way, plain(below)));
      return [];
    }
    if (below instanceof Map && isMap(there.value)) return growInto(there, below, write, refuse, way);
    refuse(way);
    return [];
  });
  if (fresh.length === 0) return within;
  const own = insertEntries(map, fresh);
  if (own === null) refuse(path);
  return [...within, ...(own ?? [])];
}

function plain(tree: Tree | Whole): unknown {
  if (!(tree instanceof Map)) return tree.value;
  return Object.fromEntries([...tree].map(([key, below]) => [key, plain(below)]));
}
