import type { Path } from "../../src/base/path.ts";
import { examplesOf, isChoice, resolve, type Schema } from "../../src/blueprint/schema.ts";
import { withValueAt } from "./blueprint-leaves.ts";
import { isObject } from "./json.ts";
import type { SchemaPlace } from "./schema-places.ts";

/** A value that the schema refuses at a path, and the keyword that does so. */
export interface SchemaMistake {
  readonly keyword: string;
  readonly path: Path;
  readonly value: unknown;
}

/** One mistake for every keyword of the schema at a place; some keywords can only be broken together with another. */
export function mistakesAt(place: SchemaPlace): readonly SchemaMistake[] {
  const { path, value, schema } = place;
  const broken = [
    ["type", wrongTypeOf(schema)],
    ...brokenText(schema),
    ...brokenNumber(schema),
    ...(Array.isArray(value) ? brokenList(schema, value) : []),
    ...(isObject(value) ? brokenMap(schema, value) : []),
  ] as const;
  return broken.map(([keyword, wrong]) => ({ keyword, path, value: wrong }));
}

/** Blueprints with many mistakes each, none of them within another: few documents are quickly read. */
export function withMistakes(blueprint: unknown, mistakes: readonly SchemaMistake[]): readonly Mistaken[] {
  const batches: SchemaMistake[][] = [];
  for (const mistake of mistakes) {
    const free = batches.find(
      (batch) => batch.length < 100 && !batch.some((other) => overlap(other, mistake)),
    );
    if (free === undefined) batches.push([mistake]);
    else free.push(mistake);
  }
  return batches.map((batch) => ({
    mistakes: batch,
    blueprint: batch.reduce((whole, { path, value }) => withValueAt(whole, path, value), blueprint),
  }));
}

/** A blueprint and the mistakes in it. */
export interface Mistaken {
  readonly blueprint: unknown;
  readonly mistakes: readonly SchemaMistake[];
}

function overlap(one: SchemaMistake, other: SchemaMistake): boolean {
  const length = Math.min(one.path.length, other.path.length);
  return one.path.slice(0, length).every((step, index) => step === other.path[index]);
}

type Broken = readonly (readonly [keyword: string, value: unknown])[];

function wrongTypeOf({ type, enum: values, const: value }: Schema): unknown {
  const types = [type ?? typeof (values?.[0] ?? value)].flat();
  if (!types.includes("boolean") && !types.includes("string")) return "text";
  return types.includes("object") ? ["text"] : { key: "text" };
}

function brokenText({ enum: values, const: value, pattern, minLength, maxLength, format }: Schema): Broken {
  return [
    ...(values === undefined ? [] : [["enum", "no-such-word"] as const]),
    ...(value === undefined ? [] : [["const", "no-such-word"] as const]),
    ...(pattern === undefined
      ? []
      : [["pattern", new RegExp(pattern).test("/? ?/") ? "{" : "/? ?/"] as const]),
    ...(format === undefined ? [] : [["format", "yesterday"] as const]),
    ...(minLength === undefined ? [] : [["minLength", ""] as const]),
    ...(maxLength === undefined ? [] : [["maxLength", "a".repeat(maxLength + 1)] as const]),
  ];
}

function brokenNumber({ minimum, maximum }: Schema): Broken {
  return [
    ...(minimum === undefined ? [] : [["minimum", minimum - 1] as const]),
    ...(maximum === undefined ? [] : [["maximum", maximum + 1] as const]),
  ];
}

function brokenList(
  { minItems = 0, maxItems, uniqueItems = false }: Schema,
  items: readonly unknown[],
): Broken {
  const [first] = items;
  if (first === undefined) return [];
  // The end of an ARN is a name, and of other words there is room behind their beginning.
  const stem = (text: string) => (text.startsWith("arn:") ? text : text.slice(0, 20));
  const many = Array.from({ length: (maxItems ?? 0) + 1 }, (_, index) =>
    typeof first === "string" ? `${stem(first)}${index}` : first,
  );
  return [
    ...(minItems > 0 ? [["minItems", []] as const] : []),
    ...(uniqueItems ? [["uniqueItems", [...items, first]] as const] : []),
    ...(maxItems === undefined ? [] : [["maxItems", many] as const]),
  ];
}

function brokenMap(schema: Schema, map: Readonly<Record<string, unknown>>): Broken {
  const { required = [], propertyNames, minProperties = 0, maxProperties = 0 } = schema;
  const [first] = Object.values(map);
  const isNamed = propertyNames !== undefined && first !== undefined;
  return [
    ...(propertyNames === undefined
      ? [["additionalProperties", { ...map, noSuchKeyAtAll: 1 }] as const]
      : []),
    ...required.map((key) => ["required", without(map, key)] as const),
    ...(isNamed ? [["propertyNames", { ...map, "aws:? ?": first }] as const] : []),
    ...(minProperties > 0 ? [["minProperties", {}] as const] : []),
    ...(isChoice(schema) ? twoChoices(schema, map) : []),
    ...(isNamed && maxProperties > 1 ? [["maxProperties", named(maxProperties + 1, first)] as const] : []),
  ];
}

function twoChoices({ properties = {} }: Schema, map: Readonly<Record<string, unknown>>): Broken {
  const other = Object.entries(properties).find(([key]) => !Object.hasOwn(map, key));
  if (other === undefined) return [];
  return [["maxProperties", { ...map, [other[0]]: examplesOf(resolve(other[1]))[0] }]];
}

function named(count: number, value: unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`n${index}`, value]));
}

function without(map: Readonly<Record<string, unknown>>, key: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(map).filter(([name]) => name !== key));
}
