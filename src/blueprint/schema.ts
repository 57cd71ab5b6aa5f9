import type { Path } from "../base/path.ts";
import json from "./blueprint.schema.json" with { type: "json" };

/** A node of the blueprint's JSON Schema: the part of draft-07 which is used in it. */
export interface Schema {
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
  /** Always `#/definitions/` and a key; the keys beside it go before the definition's. */
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly (string | number)[];
  readonly const?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  /** The schema of a name-keyed map's values, or false for a fixed set of keys. */
  readonly additionalProperties?: Schema | false;
  readonly propertyNames?: Schema;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  /** Only for a choice, and only `[{ "maxProperties": 1 }]`: beside it, editors offer no key where none is written yet. */
  readonly allOf?: readonly { readonly maxProperties: number }[];
  readonly definitions?: Readonly<Record<string, Schema>>;
  /** What editors write where only one value can stand. */
  readonly defaultSnippets?: readonly { readonly label: string; readonly body: string }[];
  /** The form of a text in words, for who got it wrong. */
  readonly "x-hextet-says"?: string;
  /** What a reference at the place has to lead to: `transit gateway id`; absent where none may stand. */
  readonly "x-hextet-takes"?: string;
}

/** The blueprint's JSON Schema. */
export const blueprintSchema = json as Schema;

/** The schema itself or, behind a `$ref`, the definition with the keys beside the `$ref` put over it. */
export function resolve(schema: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  const { $ref, ...beside } = schema;
  return { ...blueprintSchema.definitions?.[$ref.replace("#/definitions/", "")], ...beside };
}

/** True for a choice with nothing to set, which is written as `{}`. */
export function takesNothing({ type, properties, additionalProperties }: Schema): boolean {
  return type === "object" && properties === undefined && additionalProperties === false;
}

/** Values that may stand there. Where only one can, the schema has no examples: beside them, editors would not insert it. */
export function examplesOf(schema: Schema): readonly unknown[] {
  return schema.examples ?? (takesNothing(schema) ? [{}] : []);
}

/** True for a map of which exactly one key is to be chosen. */
export function isChoice(schema: Schema): boolean {
  return schema.minProperties === 1 && schema.allOf !== undefined;
}

/** The schema of the value at a path, resolved; empty where the schema knows no such place. */
export function schemaOf(path: Path): Schema {
  let schema: Schema = blueprintSchema;
  for (const step of path) schema = resolve(childOf(schema, step));
  return schema;
}

/** The schema of a key or an item, unresolved; empty where the resolved schema knows no such place. */
export function childOf({ items, properties, additionalProperties }: Schema, step: string | number): Schema {
  if (typeof step === "number") return items ?? {};
  const property = properties && Object.hasOwn(properties, step) ? properties[step] : undefined;
  return property ?? (additionalProperties || {});
}
