import type { Path } from "../../../src/base/path.ts";
import { resolve, type Schema } from "../../../src/blueprint/schema.ts";
import { isObject } from "../json.ts";

/** A written value of a blueprint with the schema that it must satisfy. */
export interface Place {
  readonly path: Path;
  /** The path with `*` for what the author named or counted: the same place in every blueprint. */
  readonly key: string;
  readonly schema: Schema;
  readonly value: unknown;
}

/** Every value of a blueprint that the schema knows, the containers before what is in them; each place once. */
export function placesIn(blueprint: unknown, schema: Schema): readonly Place[] {
  const found = new Map<string, Place>();
  walk({ path: [], key: "", schema: resolve(schema), value: blueprint }, found);
  return [...found.values()];
}

function walk(place: Place, found: Map<string, Place>): void {
  if (!found.has(place.key)) found.set(place.key, place);
  for (const child of childrenOf(place)) walk(child, found);
}

function childrenOf({ path, key, schema, value }: Place): readonly Place[] {
  if (Array.isArray(value)) {
    const items = resolve(schema.items ?? {});
    return value.map((item, index) => ({
      path: [...path, index],
      key: `${key}.*`,
      schema: items,
      value: item,
    }));
  }
  if (!isObject(value)) return [];
  return Object.entries(value).map(([name, item]) => {
    const fixed = schema.properties?.[name];
    const child = resolve(fixed ?? (schema.additionalProperties || {}));
    const step = fixed === undefined ? "*" : name;
    return {
      path: [...path, name],
      key: key === "" ? step : `${key}.${step}`,
      schema: child,
      value: item,
    };
  });
}
