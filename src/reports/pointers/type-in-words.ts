import { resolve, type Schema } from "../../blueprint/schema.ts";

/** The type of a value in words: `integer, 0 to 65535`, `one of "a", "b"`, `list of text`. */
export function typeInWords(schema: Schema): string {
  const { const: only, enum: words, items, additionalProperties, properties } = schema;
  if (only !== undefined) return JSON.stringify(only);
  if (words !== undefined) return `one of ${words.map((word) => JSON.stringify(word)).join(", ")}`;
  if (items !== undefined) return `list of ${typeInWords(resolve(items))}`;
  if (typeof additionalProperties === "object")
    return `map of names to ${typeInWords(resolve(additionalProperties))}`;
  if (properties !== undefined) return "map";
  const types = [schema.type ?? []].flat().map((type) => WORDS[type] ?? type);
  return `${types.join(" or ")}${rangeOf(schema)}`;
}

const WORDS: Readonly<Record<string, string>> = { string: "text", object: "map", boolean: "true or false" };

function rangeOf({ minimum, maximum }: Schema): string {
  if (minimum === undefined && maximum === undefined) return "";
  if (maximum === undefined) return `, ${minimum} or more`;
  return minimum === undefined ? `, at most ${maximum}` : `, ${minimum} to ${maximum}`;
}
