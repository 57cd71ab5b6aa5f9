import type { Path } from "../../src/base/path.ts";
import { schemaOf } from "../../src/blueprint/schema.ts";
import { isObject } from "./json.ts";

/** Every text, number and truth value of a blueprint, by its path. */
export function leavesOf(value: unknown, path: Path = []): readonly Path[] {
  if (Array.isArray(value)) return value.flatMap((child, index) => leavesOf(child, [...path, index]));
  if (!isObject(value)) return [path];
  return Object.entries(value).flatMap(([key, child]) => leavesOf(child, [...path, key]));
}

/** The blueprint with a second entry, `<name>-too`, in each of the maps: something else that a reference may name. */
export function withTwins(blueprint: unknown, maps: readonly Path[]): unknown {
  return maps.reduce((whole, path) => {
    const map = valueAt(whole, path);
    if (!isObject(map)) throw new Error(`no map at ${path.join(".")}`);
    const twins = Object.entries(map).map(([name, entry]) => [`${name}-too`, withoutPortNames(entry)]);
    return withValueAt(whole, path, { ...map, ...Object.fromEntries(twins) });
  }, blueprint);
}

/** Two containers of a task have no port of one name. */
function withoutPortNames(entry: unknown): unknown {
  if (!isObject(entry)) return entry;
  const { portNames: _, ...rest } = entry;
  return rest;
}

/** The value at a path. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, step) => (inner as Record<string | number, unknown>)[step], value);
}

/** A copy of a blueprint with another value at a path. */
export function withValueAt(blueprint: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(blueprint))
    return blueprint.map((item, index) => (index === step ? withValueAt(item, rest, value) : item));
  if (!isObject(blueprint)) throw new Error(`nothing at ${String(step)}`);
  return { ...blueprint, [step]: withValueAt(blueprint[step], rest, value) };
}

/** Values that may stand in a leaf's place, the likely ones first; some break a rule of the blueprint's. */
export function otherValues(blueprint: unknown, path: Path): readonly unknown[] {
  const value = valueAt(blueprint, path);
  const { enum: words = [], examples = [] } = schemaOf(path);
  if (typeof value === "boolean") return [!value];
  if (typeof value === "number") return others(value, [...words, ...numbersNear(value)]);
  if (typeof value !== "string") return [];
  return others(value, [...words, ...siblingNames(blueprint, value), ...textsLike(value), ...examples]);
}

function others(value: unknown, candidates: readonly unknown[]): readonly unknown[] {
  return [...new Set(candidates)].filter((other) => other !== value && typeof other === typeof value);
}

function numbersNear(value: number): readonly number[] {
  return [value + 1, value - 1, value * 2, value / 2, value + 4, value - 4, value + 60, value + 1024];
}

/** The other names of every map that has the value as a name: what a reference may name instead. */
function siblingNames(blueprint: unknown, value: string, path: Path = []): readonly string[] {
  if (!isObject(blueprint)) return [];
  const own =
    schemaOf(path).additionalProperties && Object.hasOwn(blueprint, value) ? Object.keys(blueprint) : [];
  return [
    ...own,
    ...Object.entries(blueprint).flatMap(([key, child]) => siblingNames(child, value, [...path, key])),
  ];
}

/** The text with one digit or one letter changed, the last ones first, and longer. */
function textsLike(value: string): readonly string[] {
  const changed = [...value.matchAll(/[a-z0-9]/g)].map(({ index, 0: character }) => {
    const next = /[0-8a-y]/.test(character) ? String.fromCharCode(character.charCodeAt(0) + 1) : "1";
    return value.slice(0, index) + next + value.slice(index + 1);
  });
  return [...changed.reverse(), `${value}x`];
}
