import { blueprintSchema, type Schema } from "../../src/blueprint/schema.ts";

/** Which keywords say something of a value of a type. */
const KEYWORDS: Readonly<Record<string, readonly (keyof Schema)[]>> = {
  integer: ["minimum", "maximum"],
  object: ["additionalProperties", "allOf", "minProperties", "properties", "required"],
  string: ["maxLength", "minLength", "pattern"],
};

/**
 * The blueprint's schema as SchemaStore takes it, which allows the same blueprints: of its own address, without Hextet's
 * own keywords, and with `anyOf` where a value has one of two types (its strict mode refuses a list of types).
 */
export function storedSchema(): unknown {
  const schema: unknown = JSON.parse(JSON.stringify(blueprintSchema), (key, value) =>
    key.startsWith("x-hextet-") ? undefined : withoutTypeLists(value),
  );
  return { ...Object(schema), $id: "https://www.schemastore.org/hextet.json" };
}

function withoutTypeLists(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("type" in value) || !Array.isArray(value.type))
    return value;
  const { type, ...rest } = value;
  const split = type.map((one) => ({ type: String(one), ...picked(rest, keywordsOf(String(one))) }));
  const told = type.flatMap((one) => keywordsOf(String(one)));
  const shared = Object.entries(rest).filter(([key]) => !told.some((keyword) => keyword === key));
  return { ...Object.fromEntries(shared), anyOf: split };
}

function keywordsOf(type: string): readonly string[] {
  const keywords = KEYWORDS[type];
  if (keywords === undefined) throw new Error(`which keywords belong to ${type} is not said here`);
  return keywords;
}

function picked(value: object, keys: readonly string[]): object {
  return Object.fromEntries(Object.entries(value).filter(([key]) => keys.includes(key)));
}
