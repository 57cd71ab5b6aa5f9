import { atKey, type Diagnostic } from "../base/diagnostic.ts";
import { didYouMean } from "../base/did-you-mean.ts";
import { formatPath, type Path } from "../base/path.ts";
import { shapeError } from "./mistake.ts";
import { emptyAt, entryOf, keysIn, type Placed, placedAt, withEntry, withoutEntries } from "./placed.ts";
import { blueprintSchema, type Schema } from "./schema.ts";

/** A blueprint as one environment has it, and what it changes that is not there. */
export interface InEnvironment {
  readonly blueprint: Placed;
  readonly diagnostics: readonly Diagnostic[];
  /** Where the environment's values stand in the blueprint, in the order written. */
  readonly values: readonly Path[];
}

/** Names that an environment of its own has: they tell the stacks apart. */
const NAMES = ["name", "renamedFrom", "awsName"] as const;

/**
 * Puts the values of an environment in the place of the blueprint's. Maps by name are gone through, entry by entry; every other
 * value is taken whole. The blueprint, environments and all, must have passed the schema. `most` leaves out all but the first
 * so many of the values.
 */
export function applyEnvironment(
  whole: Placed,
  name: string,
  most = Number.POSITIVE_INFINITY,
): InEnvironment {
  const written = placedAt(whole, ["environments", name]);
  const base = withoutEntries(whole, (key) => key === "environments");
  if (written === null) return { blueprint: base, diagnostics: [], values: [] };
  const diagnostics: Diagnostic[] = [];
  const values: Path[] = [];
  const schema = blueprintSchema.definitions?.["environment"] ?? {};
  const merged = merge(base, written, schema, {
    path: ["environments", name],
    takes: (path) => values.push(path.slice(2)) <= most,
    report: (diagnostic) => diagnostics.push(diagnostic),
  });
  const taken = new Set(values.slice(0, most).map((path) => path.join(".")));
  const unnamed = NAMES.filter((key) => !taken.has(key));
  const blueprint = unnamed.reduce((map, key) => withOwnName(map, key, written, name), merged);
  return { blueprint, diagnostics, values };
}

interface Merging {
  /** Of the environment's value. */
  readonly path: readonly string[];
  /** False: the value at a path is left out. */
  readonly takes: (path: readonly string[]) => boolean;
  readonly report: (diagnostic: Diagnostic) => void;
}

function merge(base: Placed, over: Placed, schema: Schema, merging: Merging): Placed {
  return keysIn(over).reduce((map, key) => {
    const value = entryOf(over, key);
    if (value === null) return map;
    const inner = schema.properties?.[key] ?? (schema.additionalProperties || {});
    // A tag may be new. What an environment changes in part is made by the blueprint, for all environments.
    const mayBeNew = schema.properties !== undefined || inner.properties === undefined;
    const path = [...merging.path, key];
    if (inner.type !== "object" && !merging.takes(path)) return map;
    const before = entryOf(map, key);
    if (before !== null || mayBeNew)
      return withEntry(map, key, changed(before, value, inner, { ...merging, path }));
    merging.report(unknownName(map, path));
    return map;
  }, base);
}

/** Only maps that the schema of an environment spells out are gone through: whatever it refers to is one value. */
function changed(before: Placed | null, value: Placed, schema: Schema, merging: Merging): Placed {
  if (schema.type !== "object") return value;
  return merge(before ?? emptyAt(value), value, schema, merging);
}

function unknownName(map: Placed, path: readonly string[]): Diagnostic {
  const [, environment = "", ...place] = path;
  const name = place.at(-1) ?? "";
  const section = formatPath(place.slice(0, -1));
  const names = keysIn(map);
  const known = names.length === 0 ? "the blueprint has none" : `known: ${names.join(", ")}`;
  const otherwise = `an environment changes what the blueprint has; ${known}`;
  return shapeError(
    "environment/unknown-name",
    atKey(path),
    `the environment "${environment}" changes "${name}" in ${section}, which the blueprint does not have`,
    didYouMean(name, names, otherwise),
  );
}

/** Of two stacks none may have the other's name: what the environment does not name itself ends in its own name. */
function withOwnName(
  blueprint: Placed,
  key: (typeof NAMES)[number],
  written: Placed,
  environment: string,
): Placed {
  const name = entryOf(blueprint, key);
  if (typeof name?.value !== "string") return blueprint;
  const { node, from } = key === "name" ? atItsKey(written) : name;
  return withEntry(blueprint, key, { value: `${name.value}-${environment}`, node, from });
}

/** The key of an environment stands for the name that follows from it. */
function atItsKey({ node, from }: Placed): Pick<Placed, "node" | "from"> {
  return { node: { key: node.key, value: node.key ?? node.value, children: new Map() }, from };
}
