import { resolve, type Schema } from "../../../src/blueprint/schema.ts";
import { isObject } from "../json.ts";
import { isReference } from "./candidates.ts";

/** The same blueprint with every name of the author's changed, where it is given and where it is referred to. */
export function renamed(value: unknown, schema: Schema, rename: (name: string) => string): unknown {
  const known = resolve(schema);
  if (Array.isArray(value)) return value.map((item) => renamed(item, known.items ?? {}, rename));
  if (typeof value === "string") return isReference(known) ? rename(value) : value;
  if (!isObject(value)) return value;
  const names = known.propertyNames === undefined ? null : resolve(known.propertyNames);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const child = known.properties?.[key] ?? (known.additionalProperties || {});
      return [names !== null && isReference(names) ? rename(key) : key, renamed(item, child, rename)];
    }),
  );
}
