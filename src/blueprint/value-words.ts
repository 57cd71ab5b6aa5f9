import { isChoice, type Schema, takesNothing } from "./schema.ts";

const MAX_SHOWN = 40;

/** What a schema expects, such as `a list` or `a string or a whole number`. */
export function expectedWords(schema: Schema): string {
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  return types.map((type) => typeWords(String(type), schema)).join(" or ");
}

function typeWords(type: string, schema: Schema): string {
  switch (type) {
    case "array":
      return "a list";
    case "boolean":
      return "true or false";
    case "integer":
      return "a whole number";
    case "string":
      return "a string";
    default:
      return mapWords(schema);
  }
}

function mapWords(schema: Schema): string {
  if (takesNothing(schema)) return "an empty map {}";
  return isChoice(schema) ? `a map with one of ${Object.keys(schema.properties ?? {}).join(", ")}` : "a map";
}

/** What stands there, such as `the number 5`, `a list` or, for an empty value, `nothing`. */
export function actualWords(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a map";
  if (typeof value === "boolean") return String(value);
  return typeof value === "string" ? `the string ${shown(value)}` : `the number ${String(value)}`;
}

/** A scalar as it may stand in a message: strings in quotes, long ones cut off. */
export function shown(value: unknown): string {
  if (typeof value !== "string") return String(value);
  const characters = [...value];
  return JSON.stringify(
    characters.length > MAX_SHOWN ? `${characters.slice(0, MAX_SHOWN).join("")}…` : value,
  );
}

/** A scalar as it is written in YAML: quoted unless it is a plain word. */
export function yamlOf(value: unknown): string {
  return typeof value === "string" && !/^[a-z][\w/.-]*$/i.test(value) ? JSON.stringify(value) : String(value);
}
