import { resolve, type Schema } from "../../src/blueprint/schema.ts";

/** A value of a blueprint that one section of the page describes. */
export interface SectionPlace {
  /** The properties of the section: the same object wherever the section stands. */
  readonly properties: NonNullable<Schema["properties"]>;
  readonly path: readonly (string | number)[];
  readonly value: object;
}

/** Every object of a blueprint that the page describes in a section of its own: the root first, each before what is in it. */
export function placesIn(schema: Schema, value: unknown, path: SectionPlace["path"] = []): SectionPlace[] {
  if (typeof value !== "object" || value === null) return [];
  const { properties } = schema;
  const own = properties === undefined || Array.isArray(value) ? [] : [{ properties, path, value }];
  const inner = Object.entries(value).flatMap(([key, entry]) =>
    placesIn(childOf(schema, key), entry, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return [...own, ...inner];
}

/** The section that a pointer such as `network.subnets.app.slot` lies in. */
export function sectionAt(schema: Schema, pointer: string): SectionPlace["properties"] | undefined {
  let node = schema;
  let found = schema.properties;
  for (const [, quoted, index, word = ""] of pointer.matchAll(/\["([^"]*)"\]|\[(\d+)\]|([^.[\]]+)/g)) {
    node = childOf(node, quoted ?? index ?? word);
    // A place that takes a reference is no section: an id mostly stands there.
    if (node["x-hextet-takes"] === undefined) found = node.properties ?? found;
  }
  return found;
}

/** What the schema says of an entry; empty where it knows none. */
export function childOf({ properties = {}, additionalProperties, items }: Schema, key: string): Schema {
  const fixed = Object.hasOwn(properties, key) ? properties[key] : undefined;
  return resolve(fixed ?? items ?? (additionalProperties || {}));
}
