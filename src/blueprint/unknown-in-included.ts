import type { Diagnostic } from "../base/diagnostic.ts";
import { explainMap } from "./explain-map.ts";
import { isMap } from "./placed.ts";
import { schemaOf } from "./schema.ts";

/**
 * Keys of an included file, and of the sections in it, that no blueprint has. What is included is judged in the blueprint; a
 * misspelt section that nobody names would say nothing.
 */
export function unknownInIncluded(
  value: unknown,
  named: readonly string[],
  path: readonly string[] = [],
): readonly Diagnostic[] {
  if (!isMap(value)) return [];
  const schema = schemaOf(path);
  const { properties } = schema;
  if (properties === undefined || path.length > 1) return [];
  const keys = Object.keys(value).filter((key) => !isJudged([...path, key], named));
  const unknown = keys.filter((key) => !Object.hasOwn(properties, key));
  const errors = unknown.map((key) => ({
    keyword: "additionalProperties",
    instancePath: "",
    schemaPath: "",
    params: { additionalProperty: key },
  }));
  return [
    ...explainMap({ path, value, schema, errors }),
    ...keys.flatMap((key) => unknownInIncluded(value[key], named, [...path, key])),
  ];
}

/** True for what the blueprint takes, and for what is there to be repeated. */
function isJudged(path: readonly string[], named: readonly string[]): boolean {
  return named.includes(path.join(".")) || path[0]?.startsWith("x-") === true;
}
