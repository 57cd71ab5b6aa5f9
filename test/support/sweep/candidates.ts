import fc from "fast-check";
import { isChoice, resolve, type Schema } from "../../../src/blueprint/schema.ts";
import { isObject } from "../json.ts";
import type { Place } from "./places.ts";

/** A value for a place; `undefined` takes the place out. */
interface Candidate {
  readonly place: Place;
  readonly value: unknown;
}

/** What texts of AWS stumble over: other forms of numbers, names and addresses, and characters beyond ASCII. */
const TEXTS = ["a", "a b", "A_b", "8", "8.0", "ü", "a--b", "arn:x"];
const SAMPLES = 4;
const SEED = 20_261_128;

/** The values at the borders of a place's schema, some within, and those just beyond. */
export function candidatesFor(place: Place): readonly Candidate[] {
  const values = [...new Set(valuesFor(place.schema, place.value))].filter((value) => value !== place.value);
  return values.map((value) => ({ place, value }));
}

function valuesFor(schema: Schema, value: unknown): readonly unknown[] {
  if (schema.const !== undefined || isReference(schema)) return [];
  if (schema.enum !== undefined) return [...schema.enum, beyondEnum(schema.enum)];
  if (typeof value === "boolean") return [true, false];
  if (typeof value === "number") return [...numbersFor(schema), ...textsOf(schema)];
  if (typeof value === "string") return [...textsFor(schema, value), ...numbersOf(schema)];
  if (Array.isArray(value)) return listsFor(schema, value);
  return isObject(value) ? mapsFor(schema, value) : [];
}

/** A value that names something of the blueprint: another name is a name of nothing. */
export function isReference(schema: Schema): boolean {
  return schema.pattern === resolve({ $ref: "#/definitions/name" }).pattern;
}

function beyondEnum(members: readonly (string | number)[]): unknown {
  const [first = "x"] = members;
  return typeof first === "number" ? Math.max(...members.map(Number)) + 1 : `${first}-x`;
}

function numbersFor({ minimum, maximum, type }: Schema): readonly number[] {
  const [least, most] = [minimum ?? 0, maximum ?? 1_000_000];
  const inside = Array.from({ length: SAMPLES }, (_, index) => {
    const number = least + ((most - least) * (index + 1)) / (SAMPLES + 1);
    return type === "number" ? number : Math.round(number);
  });
  const near = [1, 31, 45, 60].map((step) => least + step).filter((step) => step < most);
  const bounds = [
    ...(minimum === undefined ? [] : [least - 1]),
    ...(maximum === undefined ? [] : [most + 1]),
  ];
  return [least, ...near, ...inside, most, ...bounds];
}

/** Where a schema takes both numbers and texts, the other kind. */
function textsOf(schema: Schema): readonly unknown[] {
  return Array.isArray(schema.type) && schema.type.includes("string") ? textsFor(schema, "a") : [];
}

function numbersOf(schema: Schema): readonly unknown[] {
  return Array.isArray(schema.type) && schema.type.includes("integer") ? numbersFor(schema) : [];
}

function textsFor(schema: Schema, value: string): readonly string[] {
  const { minLength = 0, maxLength = 64, pattern } = schema;
  const lengths = [minLength - 1, maxLength, maxLength + 1];
  const stretched = lengths.filter((length) => length >= 0).map((length) => stretch(value, length));
  const made = pattern === undefined ? [] : matching(pattern, maxLength);
  return [...stretched, ...made, ...TEXTS];
}

/** A text of this length that begins as the given one, so that most forms are kept. */
function stretch(value: string, length: number): string {
  const last = value.at(-1) ?? "a";
  return value.slice(0, length).padEnd(length, /[a-z0-9]/i.test(last) ? last : "a");
}

/** What must not follow: fast-check makes no texts of a pattern with it. */
const AHEAD = /\(\?!(?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g;

function matching(pattern: string, maxLength: number): readonly string[] {
  const [whole, made] = [new RegExp(pattern), new RegExp(pattern.replaceAll(AHEAD, ""))];
  const texts = fc.sample(fc.stringMatching(made), { seed: SEED, numRuns: SAMPLES });
  return texts.filter((text) => text.length <= maxLength && whole.test(text) && !/[\p{C}\p{Z}]/u.test(text));
}

function listsFor(schema: Schema, value: readonly unknown[]): readonly unknown[] {
  const items = resolve(schema.items ?? {});
  if (isReference(items)) return [[]];
  const { minItems = 0, maxItems = 20 } = schema;
  const lengths = [...new Set([minItems - 1, minItems, Math.min(maxItems, 60), maxItems + 1])];
  const pool = items.enum ?? value;
  return lengths
    .filter((length) => length >= 0 && length <= 61)
    .map((length) => Array.from({ length }, (_, index) => pool[index] ?? another(pool[0], index)));
}

/** One more value like this one. */
function another(value: unknown, index: number): unknown {
  return typeof value === "number" ? value + index : `${String(value)}${index}`;
}

/** The emptiest map that is allowed, and the map without each key that may be left out; of a choice each that is written. */
function mapsFor(schema: Schema, value: Readonly<Record<string, unknown>>): readonly unknown[] {
  if (isChoice(schema)) return Object.entries(value).map(([name, one]) => ({ [name]: one }));
  if (schema.properties === undefined) return [{}];
  const optional = Object.keys(value).filter((name) => !schema.required?.includes(name));
  const without = (names: readonly string[]): unknown =>
    Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
  return [without(optional), ...optional.map((name) => without([name]))];
}
