import { parse, stringify } from "yaml";
import { isObject } from "../json.ts";
import { oneOf, type Random } from "../random-source.ts";
import { HOSTILE_KEYS, HOSTILE_VALUES } from "./hostile-values.ts";

type Step = string | number;

/** What the good blueprints say, by their text: the same few are read again and again. */
const trees = new Map<string, unknown>();

function treeOf(text: string): unknown {
  if (!trees.has(text)) trees.set(text, parse(text));
  return trees.get(text);
}

/** YAML that says something else at one to three places than the text did; most of it gets past the schema's first look. */
export function mutateTree(text: string, random: Random, others: readonly string[]): string {
  let tree = treeOf(text);
  for (let left = 1 + random(3); left > 0; left -= 1) tree = changedOnce(tree, random, others);
  return random(4) === 0
    ? JSON.stringify(tree)
    : stringify(tree, { lineWidth: 0, aliasDuplicateObjects: false });
}

function changedOnce(tree: unknown, random: Random, others: readonly string[]): unknown {
  const path = oneOf(random, pathsIn(tree));
  const last = path.at(-1);
  switch (random(5)) {
    case 0:
      return changedAt(tree, path, () => oneOf(random, HOSTILE_VALUES));
    case 1:
      return renamedAt(tree, path, oneOf(random, HOSTILE_KEYS));
    case 2:
      return removedAt(tree, path);
    case 3:
      // A value that another place has: of another blueprint under the same key, or of this one under any.
      return changedAt(
        tree,
        path,
        (value) => sameKeyIn(treeOf(oneOf(random, others)), last, random) ?? value,
      );
    default:
      return changedAt(tree, path, () => valueAt(tree, oneOf(random, pathsIn(tree))));
  }
}

/** The paths of all values in a tree but itself; of an empty one, its own. */
function pathsIn(tree: unknown): readonly (readonly Step[])[] {
  const inner = stepsOf(tree).flatMap((step) => [
    [step],
    ...pathsIn(valueAt(tree, [step]))
      .filter((path) => path.length > 0)
      .map((path) => [step, ...path]),
  ]);
  return inner.length === 0 ? [[]] : inner;
}

function stepsOf(tree: unknown): readonly Step[] {
  if (Array.isArray(tree)) return [...tree.keys()];
  return isObject(tree) ? Object.keys(tree) : [];
}

function valueAt(tree: unknown, path: readonly Step[]): unknown {
  return path.reduce<unknown>((at, step) => Object(at)[step], tree);
}

function sameKeyIn(tree: unknown, key: Step | undefined, random: Random): unknown {
  const same = pathsIn(tree).filter((path) => path.at(-1) === key);
  return same.length === 0 ? undefined : valueAt(tree, oneOf(random, same));
}

function changedAt(
  tree: unknown,
  [step, ...rest]: readonly Step[],
  change: (value: unknown) => unknown,
): unknown {
  if (step === undefined) return change(tree);
  if (Array.isArray(tree))
    return tree.map((item, index) => (index === step ? changedAt(item, rest, change) : item));
  return entriesChanged(tree, (key, value) => [key, key === step ? changedAt(value, rest, change) : value]);
}

function renamedAt(tree: unknown, path: readonly Step[], to: string): unknown {
  const last = path.at(-1);
  return changedAt(tree, path.slice(0, -1), (around) =>
    isObject(around) ? entriesChanged(around, (key, value) => [key === last ? to : key, value]) : around,
  );
}

function removedAt(tree: unknown, path: readonly Step[]): unknown {
  const last = path.at(-1);
  return changedAt(tree, path.slice(0, -1), (around) => {
    if (Array.isArray(around)) return around.filter((_, index) => index !== last);
    return isObject(around)
      ? Object.fromEntries(Object.entries(around).filter(([key]) => key !== last))
      : around;
  });
}

/** `fromEntries` makes `__proto__` a key like any other. */
function entriesChanged(
  tree: unknown,
  change: (key: string, value: unknown) => readonly [string, unknown],
): unknown {
  return isObject(tree)
    ? Object.fromEntries(Object.entries(tree).map(([key, value]) => change(key, value)))
    : tree;
}
