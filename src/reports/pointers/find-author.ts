import type { Path } from "../../base/path.ts";
import { isRecord } from "../../base/untrusted-json.ts";
import { blueprintSchema, resolve, type Schema } from "../../blueprint/schema.ts";
import { pointerArguments } from "./pointer-arguments.generated.ts";

interface Entry {
  readonly path: Path;
  readonly pattern: string;
  /** The author's names on the way, as logical ids spell them. */
  readonly names: readonly string[];
}

interface Ranked extends Entry {
  /** Letters of the id that are the author's names. */
  readonly letters: number;
  /** Keys in the entry that change resources of the type. */
  readonly keys: number;
}

/**
 * The place in a blueprint that a resource comes from, by its type and the names in its logical id: the entry, or the
 * section where nothing has a name. Null where no key of the blueprint is known to make such a resource.
 */
export function findAuthor(address: string, blueprint: unknown): Path | null {
  const end = address.lastIndexOf(".");
  const [type, id] = [address.slice(0, end), `_${spelt(address.slice(end + 1))}_`];
  const ranked = entriesIn(blueprint).flatMap((entry): readonly Ranked[] => {
    const keys = keysOf(type, entry.pattern);
    const letters = lettersOf(id, entry.names);
    return keys === 0 || letters === null ? [] : [{ ...entry, letters, keys }];
  });
  const [best] = ranked.sort(
    (one, other) =>
      other.letters - one.letters || other.keys - one.keys || other.path.length - one.path.length,
  );
  return best?.path ?? null;
}

/** Every map entry that the author named, and every section that is a map of fixed keys. */
function entriesIn(blueprint: unknown): readonly Entry[] {
  return childrenOf(blueprint, blueprintSchema, { path: [], pattern: "", names: [] });
}

function childrenOf(value: unknown, schema: Schema, above: Entry): readonly Entry[] {
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const fixed = Object.hasOwn(schema.properties ?? {}, key) ? schema.properties?.[key] : undefined;
    const inner = fixed ?? (schema.additionalProperties || undefined);
    if (inner === undefined || !isRecord(child)) return [];
    const entry = entryBelow(above, key, fixed !== undefined);
    return [entry, ...childrenOf(child, resolve(inner), entry)];
  });
}

function entryBelow({ path, pattern, names }: Entry, key: string, isFixed: boolean): Entry {
  const step = isFixed ? key : "*";
  return {
    path: [...path, key],
    pattern: pattern === "" ? step : `${pattern}.${step}`,
    names: isFixed ? names : [...names, spelt(key)],
  };
}

function spelt(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, "_");
}

/** How many keys in a place change resources of a type. */
function keysOf(type: string, pattern: string): number {
  return Object.entries(pointerArguments).filter(
    ([key, differs]) =>
      key.startsWith(`${pattern}.`) && differs.some((one) => one === type || one.startsWith(`${type}.`)),
  ).length;
}

/** The letters of the names that stand in the id one after another; null when one of them does not. */
function lettersOf(id: string, names: readonly string[]): number | null {
  let from = 0;
  let letters = 0;
  for (const name of names) {
    const at = id.indexOf(`_${name}_`, from);
    if (at === -1) return null;
    from = at + name.length + 1;
    letters += name.length;
  }
  return letters;
}
