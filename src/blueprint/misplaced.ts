import type { ErrorObject } from "ajv";
import { atKey, type Diagnostic } from "../base/diagnostic.ts";
import { formatPath, type Path } from "../base/path.ts";
import { shapeError } from "./mistake.ts";
import { schemaOf } from "./schema.ts";

/** Keys of one map that stand at the wrong level, and what is missing because of them. */
export interface Misplaced {
  /** The map. */
  readonly path: Path;
  /** Its keys, in the order written. */
  readonly keys: readonly string[];
  readonly diagnostic: Diagnostic;
  /** Paths of keys that are not missing: they are written, elsewhere. */
  readonly found: readonly Path[];
}

/** A map with keys that its schema does not know. */
interface Unknown {
  readonly path: Path;
  readonly value: Readonly<Record<string, unknown>>;
  readonly keys: readonly string[];
}

/**
 * Whole sections that stand one level too deep or too high: one finding for all keys of a map, instead of one for each
 * key and for each that is missing elsewhere.
 */
export function findMisplaced(
  errors: readonly ErrorObject[],
  follow: (pointer: string) => { readonly path: Path; readonly value: unknown },
): readonly Misplaced[] {
  const byMap = new Map<string, string[]>();
  for (const { keyword, instancePath, params } of errors)
    if (keyword === "additionalProperties")
      byMap.set(instancePath, [...(byMap.get(instancePath) ?? []), String(params["additionalProperty"])]);
  return [...byMap].flatMap(([pointer, keys]) => {
    const { path, value } = follow(pointer);
    if (!isMap(value)) return [];
    const unknown = { path, value, keys };
    return wrapped(unknown) ?? tooDeep(unknown, follow) ?? tooHigh(unknown) ?? [];
  });
}

/** One unknown key around what belongs into the map itself: `network: { network: { ... } }`. */
function wrapped({ path, value, keys }: Unknown): readonly Misplaced[] | null {
  const [key, ...others] = keys;
  const inner = key === undefined ? undefined : value[key];
  if (key === undefined || others.length > 0 || !isMap(inner)) return null;
  const properties = schemaOf(path).properties ?? {};
  const known = Object.keys(inner).filter((name) => Object.hasOwn(properties, name));
  const isAll = known.length >= 2 && known.length * 2 > Object.keys(inner).length;
  if (!isAll || known.some((name) => Object.hasOwn(value, name))) return null;
  const message = `what stands in ${JSON.stringify(key)} belongs one level up, in ${formatPath(path)}`;
  const found = known.map((name) => [...path, name]);
  return [
    misplaced(
      { path, value, keys },
      message,
      `delete the line "${key}:" and indent what is in it less`,
      found,
    ),
  ];
}

/** Keys of the map around. */
function tooDeep(unknown: Unknown, follow: Parameters<typeof findMisplaced>[1]): readonly Misplaced[] | null {
  const { path, keys } = unknown;
  if (path.length === 0) return null;
  const parent = path.slice(0, -1);
  const { value } = follow(pointerTo(parent));
  const properties = schemaOf(parent).properties ?? {};
  const up = keys.filter(
    (key) => Object.hasOwn(properties, key) && isMap(value) && !Object.hasOwn(value, key),
  );
  if (up.length === 0) return null;
  const message = `${listed(up)} ${up.length === 1 ? "belongs" : "belong"} one level up, in ${formatPath(parent)}, not in ${formatPath(path)}`;
  const found = up.map((key) => [...parent, key]);
  return [misplaced({ ...unknown, keys: up }, message, "indent less", found)];
}

/** Keys of a section that is missing: `vpc:` at the root. */
function tooHigh(unknown: Unknown): readonly Misplaced[] | null {
  const { path, value, keys } = unknown;
  const { properties = {}, required = [] } = schemaOf(path);
  for (const section of required.filter(
    (name) => Object.hasOwn(properties, name) && !Object.hasOwn(value, name),
  )) {
    const inner = schemaOf([...path, section]).properties ?? {};
    const down = keys.filter((key) => Object.hasOwn(inner, key));
    if (down.length < 2) continue;
    const message = `${listed(down)} belong one level down, in ${formatPath([...path, section])}`;
    const hint = `write "${section}:" before them, and indent them more`;
    return [misplaced({ ...unknown, keys: down }, message, hint, [[...path, section]])];
  }
  return null;
}

function misplaced(
  { path, keys }: Unknown,
  message: string,
  hint: string,
  found: readonly Path[],
): Misplaced {
  const at = atKey([...path, keys[0] ?? ""]);
  return { path, keys, found, diagnostic: shapeError("schema/wrong-level", at, message, hint) };
}

function listed(keys: readonly string[]): string {
  const words = keys.map((key) => JSON.stringify(key));
  const last = words.pop() ?? "";
  return words.length === 0 ? last : `${words.join(", ")} and ${last}`;
}

/** The JSON pointer of a path, as the validator writes it. */
export function pointerTo(path: Path): string {
  return path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
